create table public.base (id integer);
create table public.heir () inherits (public.base);
