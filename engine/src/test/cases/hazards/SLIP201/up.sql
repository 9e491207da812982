alter table public.account add column phone text not null;
