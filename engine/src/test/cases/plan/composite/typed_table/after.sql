create type public.place as (id integer, name text, size bigint, new numeric, other text);
create table public.places of public.place (id with options primary key, new with options default 2000 not null, size with options not null default 7);
create view public.named as select id, name, other from public.places;
create index places_size on public.places (size, new);
