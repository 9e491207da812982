alter table public.account rename column city to town;
