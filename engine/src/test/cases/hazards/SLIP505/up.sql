alter table public.account add column country character(2);
