create type public.place as (id integer, gone boolean, name text);
create table public.places of public.place;
