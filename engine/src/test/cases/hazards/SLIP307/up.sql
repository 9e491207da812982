alter table public.account add column token uuid default gen_random_uuid();
-- The same value for each row is not written into any.
alter table public.account add column seen timestamp with time zone default now();
