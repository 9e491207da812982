alter table public.account add column settings json;
