-- table public.t
create table public.t (id int primary key, a varchar(20) not null default 'x' check (length(a) > 1), b int);
-- written i.sql
create index on T (a);
