-- written d.sql
alter default privileges grant select on tables to public;
-- table public.t
create table public.t (id int primary key, a text);
