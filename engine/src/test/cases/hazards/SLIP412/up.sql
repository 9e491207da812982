create table public.profile (id integer primary key, owner text);
create schema inside;
create table inside.profile (id bigint);
alter table inside.profile rename to profiles;
alter table inside.profiles set schema public;
create table public.closed (id bigint primary key);
alter table public.closed enable row level security;
create policy own on public.closed using (id < 0);
