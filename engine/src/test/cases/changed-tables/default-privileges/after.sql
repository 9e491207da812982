-- written d.sql
alter default privileges grant select on tables to public;
-- table public.t
create table public.t (id int primary key, a varchar(20) not null default 'x' check (length(a) > 1), b int);
