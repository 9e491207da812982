alter table public.account add column seen timestamp;
