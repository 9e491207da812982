create table public.profile (id integer primary key, owner text);
alter table public.profile enable row level security;
create view public.profiles as select id from public.profile;
create view public.own with (security_invoker = true) as select id from public.profile;
