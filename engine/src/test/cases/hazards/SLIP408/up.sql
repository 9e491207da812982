alter table public.account alter column city drop not null;
