delete from public.tag;
