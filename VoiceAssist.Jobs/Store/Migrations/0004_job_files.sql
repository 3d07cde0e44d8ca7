-- What a job carries besides JSON: the recording that came in, the answer as speech.
create table job_files (
    job_id       uuid not null references jobs (id) on delete cascade,
    name         text not null,
    content_type text not null,
    content      bytea not null,
    primary key (job_id, name)
);

-- Audio does not compress.
alter table job_files alter column content set storage external;
