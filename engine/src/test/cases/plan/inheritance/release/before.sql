create table public.base (id integer, noted text default '-');
create table public.heir (own integer) inherits (public.base);
create table public.other (own integer) inherits (public.base);
create view public.seen as select id, noted, own from public.heir;
