alter table a add column name text;
select pg_advisory_unlock_all();
