alter table a add column name text;
select pg_terminate_backend(pg_backend_pid());
