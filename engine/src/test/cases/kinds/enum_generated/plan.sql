set check_function_bodies = off;
drop index public.shirt_same; -- ACCESS_EXCLUSIVE on table public.shirt
alter table public.shirt drop column same; -- ACCESS_EXCLUSIVE on table public.shirt
alter table public.shirt drop column label; -- ACCESS_EXCLUSIVE on table public.shirt
drop function public.at_least(public.size);
alter type public.size rename to size__old;
create type public.size as enum ('m', 's');
CREATE OR REPLACE FUNCTION public.at_least(public.size)
 RETURNS public.size
 LANGUAGE sql
 IMMUTABLE
AS $function$ select $1 $function$;
alter table public.shirt alter column size type public.size using size::text::public.size; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP301:public.shirt.size
drop type public.size__old;
alter table public.shirt add column same public.size generated always as (public.at_least(size)) stored; -- ACCESS_EXCLUSIVE on table public.shirt
alter table public.shirt add column label text generated always as (
CASE
    WHEN (size = 's'::public.size) THEN 'small'::text
    ELSE NULL::text
END) stored; -- ACCESS_EXCLUSIVE on table public.shirt
create index shirt_same on public.shirt USING btree (same); -- SHARE on table public.shirt -- SLIP302:public.shirt_same

-- back
set check_function_bodies = off;
drop index public.shirt_same;
alter table public.shirt drop column label;
alter table public.shirt drop column same;
create type public.size__old as enum ('s', 'm');
alter table public.shirt alter column size type public.size__old using size::text::public.size__old;
drop function public.at_least(public.size);
drop type public.size;
alter type public.size__old rename to size;
CREATE OR REPLACE FUNCTION public.at_least(public.size)
 RETURNS public.size
 LANGUAGE sql
 IMMUTABLE
AS $function$ select $1 $function$;
alter table public.shirt add column label text generated always as (
CASE
    WHEN (size = 's'::public.size) THEN 'small'::text
    ELSE NULL::text
END) stored;
alter table public.shirt add column same public.size generated always as (public.at_least(size)) stored;
create index shirt_same on public.shirt USING btree (same);
