alter table public.shirt alter column to_text type text; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP206:public.shirt.to_text -- SLIP301:public.shirt.to_text
alter table public.shirt drop column gone; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP102:public.shirt.gone
drop table public.dropped; -- ACCESS_EXCLUSIVE on table public.dropped -- SLIP101:public.dropped
alter type public.size add value 'l' after 'm';
create table public.created (
  id integer not null,
  size public.size not null,
  constraint created_pkey PRIMARY KEY (id)
);
alter table public.shirt add column fresh public.size; -- ACCESS_EXCLUSIVE on table public.shirt

-- back
alter table public.shirt drop column fresh;
drop table public.created;
drop type public.size;
create type public.size as enum ('s', 'm');
create table public.dropped (
  id integer not null,
  size public.size not null,
  constraint dropped_pkey PRIMARY KEY (id)
);
alter table public.shirt add column gone public.size;
alter table public.shirt alter column to_text type public.size using to_text::public.size;
