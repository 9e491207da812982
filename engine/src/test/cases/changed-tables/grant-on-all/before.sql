-- table public.t
create table public.t (id int primary key, a text);
-- written g.sql
grant select on all tables in schema public to public;
