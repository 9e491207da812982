alter table public.account add column town text;
update public.account set town = city where town is null;
