alter table public.tag drop column name;
