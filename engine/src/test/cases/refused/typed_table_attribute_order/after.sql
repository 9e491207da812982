create type public.place as (id integer, name text);
create table public.places of public.place;
