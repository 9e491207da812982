create schema "s";
create table public.t (id int, x text, more int);
create table s.u (id int, x text);
create table s.w (id int, x text);
create view s.v as select id, x, more from public.t;
grant select (id), update (x), insert (more) on s.v to reader;
grant select (id) on s.u to reader;
grant select (id) on s.w to reader;
alter default privileges in schema s grant insert, select on tables to reader;
