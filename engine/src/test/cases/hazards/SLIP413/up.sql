create table public.profile (id integer primary key, owner text);
alter table public.profile enable row level security;
create materialized view public.profiles as select id from public.profile;
create extension file_fdw schema pg_catalog;
create server files foreign data wrapper file_fdw;
create foreign table public.list (id integer) server files options (filename '/dev/null');
