alter table public.account add column email_lower text generated always as (lower(email)) stored;
