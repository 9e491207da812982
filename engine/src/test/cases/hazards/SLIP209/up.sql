alter table public.invoice validate constraint total_known;
