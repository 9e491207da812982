alter table public.booking alter column room type text;
