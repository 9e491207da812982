alter table public.account set unlogged;
