-- table public.t
create table public.t (id int primary key, a varchar(20) not null default 'x' check (length(a) > 1), b int);
-- written f.sql
create function public.first() returns setof public.t language sql as $$ select * from public.t $$;
