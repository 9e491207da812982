create schema "s";
create table public.t (id int, x text);
create table s.u (id int, x text);
create view s.v as select id, x from public.t;
grant select (id), update (x) on s.v to reader;
grant select (id) on s.u to reader;
alter default privileges in schema s grant insert, select on tables to reader;
