-- table public.t
create table public.t (id int primary key, a text);
-- written f.sql
create function public.first() returns setof public.t language sql as $$ select * from public.t $$;
