-- A client that does not know whether its request arrived sends it again under the same key.
alter table jobs
    add column client          text,
    add column idempotency_key text,
    -- SHA-256 of what was asked: the same key with another content is a conflict.
    add column content_hash    bytea;

create unique index jobs_idempotency on jobs (client, idempotency_key) where idempotency_key is not null;
