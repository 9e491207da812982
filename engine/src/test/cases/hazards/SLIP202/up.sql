alter table public.account alter column email set not null;
