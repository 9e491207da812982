create table public.base (id integer);
create table public.heir (id integer, noted text default '-', own integer);
create table public.other (noted text default '-', own integer) inherits (public.base);
create view public.seen as select id, noted, own from public.heir;
