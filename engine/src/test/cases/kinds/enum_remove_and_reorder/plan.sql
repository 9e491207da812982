drop policy only_big on public.shirt; -- ACCESS_EXCLUSIVE on table public.shirt
drop view public.big; -- ACCESS_EXCLUSIVE on view public.big
drop index public.big_ones; -- ACCESS_EXCLUSIVE on table public.shirt
alter table public.shirt drop constraint shirt_size_check; -- ACCESS_EXCLUSIVE on table public.shirt
alter table public.shirt alter column size drop default; -- ACCESS_EXCLUSIVE on table public.shirt
alter type public.size rename to size__old;
create type public.size as enum ('l', 'm', 's');
-- demands that no row of public.shirt has 'xxl' in size
-- select count(*) from public.shirt where size::text in ('xxl')
-- select size, count(*) from public.shirt where size::text in ('xxl') group by 1 order by 2 desc, 1
-- demands that no row of public.shirt has 'xxl' in sizes
-- select count(*) from public.shirt where sizes::text[] && array['xxl']::text[]
-- select sizes, count(*) from public.shirt where sizes::text[] && array['xxl']::text[] group by 1 order by 2 desc, 1
alter table public.shirt alter column size type public.size using size::text::public.size; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP301:public.shirt.size
alter table public.shirt alter column sizes type public.size[] using sizes::text[]::public.size[]; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP301:public.shirt.sizes
drop type public.size__old; -- SLIP105:public.size
alter table public.shirt add constraint shirt_size_check CHECK ((size <> 's'::public.size)); -- ACCESS_EXCLUSIVE on table public.shirt
create index big_ones on public.shirt USING btree (id) WHERE (size = 'm'::public.size); -- SHARE on table public.shirt -- SLIP302:public.big_ones
create view public.big as
SELECT id,
    size
   FROM public.shirt
  WHERE (size > 's'::public.size);
create policy only_big on public.shirt to public using ((size <> 's'::public.size)); -- ACCESS_EXCLUSIVE on table public.shirt
grant select on table public.big to anna;
comment on view public.big is 'not small'; -- SHARE_UPDATE_EXCLUSIVE on view public.big

-- back
comment on view public.big is null;
revoke select on table public.big from anna;
drop policy only_big on public.shirt;
drop view public.big;
drop index public.big_ones;
alter table public.shirt drop constraint shirt_size_check;
create type public.size__old as enum ('s', 'xxl', 'm', 'l');
alter table public.shirt alter column sizes type public.size__old[] using sizes::text[]::public.size__old[];
alter table public.shirt alter column size type public.size__old using size::text::public.size__old;
drop type public.size;
alter type public.size__old rename to size;
alter table public.shirt alter column size set default 'xxl'::public.size;
alter table public.shirt add constraint shirt_size_check CHECK ((size <> 's'::public.size));
create index big_ones on public.shirt USING btree (id) WHERE (size = 'm'::public.size);
create view public.big as
SELECT id,
    size
   FROM public.shirt
  WHERE (size > 's'::public.size);
grant select on table public.big to anna;
comment on view public.big is 'not small';
create policy only_big on public.shirt to public using ((size <> 's'::public.size));
