-- A client sees its own jobs, page by page, the newest first.
create index jobs_of_client on jobs (client, id) where client is not null;
