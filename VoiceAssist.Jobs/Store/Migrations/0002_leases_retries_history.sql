-- Everything that a run can meet: a lease that ends when its worker dies, retries, a client that calls the job off.
alter table jobs
    drop constraint jobs_state_check,
    add constraint jobs_state_check check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    -- 0 interactive, 1 batch.
    add column priority     smallint not null default 0 check (priority in (0, 1)),
    -- Whether the client wants the answer spoken.
    add column speak        boolean not null default false,
    -- How many runs have failed: what the limit of retries counts.
    add column failures     integer not null default 0,
    -- How many runs ended with their worker: a limit of its own, and no retry spent.
    add column crashes      integer not null default 0,
    -- Until when the worker owns the run unless it says so again.
    add column lease_until  timestamptz,
    add column cancel_at    timestamptz,
    -- What happened after the acceptance, oldest first: {"at", "state", "detail"}. It grows with the row and goes with it.
    add column history      jsonb not null default '[]';

-- Runs of the build before had no lease and nobody who renews one.
update jobs set lease_until = now() where state = 'running';

create index jobs_running on jobs (lease_until) where state = 'running';

-- Pages of ended jobs, and their retention: ids sort by time of acceptance.
create index jobs_ended on jobs (state, id) where state in ('succeeded', 'failed', 'cancelled');

-- Every job is updated twice at least, and the index of the waiting ones is read from its old end.
alter table jobs set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
