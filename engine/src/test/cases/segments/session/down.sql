set search_path = s;
drop index concurrently i;
drop table x, z, public.y, public.w;
drop schema s;
