set lock_timeout = 0;
alter table public.account add column phone text;
