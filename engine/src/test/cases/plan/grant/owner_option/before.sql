create table public.t (a integer);
create table public.u (a integer);
create table public.w (a integer);
grant select on public.t to current_user with grant option;
grant select on public.w to current_user with grant option;
grant select on public.t to pg_monitor;
