-- written f.sql
create function public.next(int) returns int language sql immutable as $$ select $1 + 1 $$;
-- table public.t
create table public.t (id int primary key, a text);
