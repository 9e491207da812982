create type public.place as (id integer, name text, size integer, gone boolean);
create table public.places of public.place (id with options primary key, gone with options default true, size with options not null);
create view public.named as select id, name from public.places;
create index places_size on public.places (size);
