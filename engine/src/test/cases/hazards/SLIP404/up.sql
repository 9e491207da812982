alter table public.account rename to member;
