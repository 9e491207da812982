-- table public.t
create table public.t (id int primary key, a text);
-- generated table c
create table public.c (n int) inherits (public.t);
