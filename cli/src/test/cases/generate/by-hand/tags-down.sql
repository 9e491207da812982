drop table public.tag;
