-- Every accepted job, for good: a job exists once its row is committed, whatever becomes of Redis.
create table jobs (
    id           uuid primary key,
    kind         text not null,
    state        text not null default 'queued' check (state in ('queued', 'running', 'succeeded', 'failed')),
    payload      jsonb not null,
    result       jsonb,
    reason       text,
    -- How many runs have begun. A run may close the job only while its own number is the latest.
    attempts     integer not null default 0,
    worker       text,
    trace_parent text,
    trace_state  text,
    created_at   timestamptz not null,
    -- Not to run before; jobs are taken in this order.
    due_at       timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz
);

-- Few rows are ever waiting, so the sweeper's walk and the age of the oldest stay cheap however long the history grows.
create index jobs_waiting on jobs (due_at, id) where state = 'queued';
