alter table public.shirt drop column gone; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP102:public.shirt.gone
drop table public.dropped; -- ACCESS_EXCLUSIVE on table public.dropped -- SLIP101:public.dropped
alter type public.size rename to size__old;
create type public.size as enum ('m', 's');
-- demands that no row of public.shirt has 'xxl' in size
-- select count(*) from public.shirt where size::text in ('xxl')
-- select size, count(*) from public.shirt where size::text in ('xxl') group by 1 order by 2 desc, 1
create table public.created (
  id integer not null,
  size public.size not null,
  constraint created_pkey PRIMARY KEY (id)
);
alter table public.shirt add column fresh public.size default 'm'::public.size; -- ACCESS_EXCLUSIVE on table public.shirt
alter table public.shirt alter column size type public.size using size::text::public.size; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP301:public.shirt.size
alter table public.shirt alter column to_size type public.size using to_size::public.size; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP104:public.shirt.to_size -- SLIP301:public.shirt.to_size
-- demands that each to_size of public.shirt fits public.size
-- select count(*) from public.shirt where to_size::text <> all (array['m', 's']::text[])
-- select id, to_size from public.shirt where to_size::text <> all (array['m', 's']::text[])
alter table public.shirt alter column to_text type text; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP206:public.shirt.to_text -- SLIP301:public.shirt.to_text
drop type public.size__old; -- SLIP105:public.size

-- back
create type public.size__old as enum ('s', 'xxl', 'm');
alter table public.shirt alter column to_text type public.size__old using to_text::public.size__old;
alter table public.shirt alter column to_size type text;
alter table public.shirt alter column size type public.size__old using size::text::public.size__old;
alter table public.shirt drop column fresh;
drop table public.created;
drop type public.size;
alter type public.size__old rename to size;
create table public.dropped (
  id integer not null,
  size public.size not null,
  constraint dropped_pkey PRIMARY KEY (id)
);
alter table public.shirt add column gone public.size default 's'::public.size;
