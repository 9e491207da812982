create table public.base (id integer);
create table public.heir (id integer) inherits (public.base);
