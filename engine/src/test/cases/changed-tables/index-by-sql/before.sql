-- table public.t
create table public.t (id int primary key, a text);
-- written i.sql
create index on T (a);
