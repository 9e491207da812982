create table public.t (a integer);
create table public.u (a integer);
create table public.w (a integer);
grant insert on public.u to current_user with grant option;
grant select, insert on public.w to current_user with grant option;
revoke delete on public.w from current_user;
grant select on public.t to pg_monitor;
