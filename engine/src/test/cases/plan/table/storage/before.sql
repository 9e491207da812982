create table public.t (a int, b text, c numeric, d text, constraint t_pk primary key (a));
create unlogged sequence public.s;
alter table public.t alter d set statistics 50;
alter table public.t alter b set storage external;
create table public.o (a int, z text) with (fillfactor = 80, autovacuum_enabled = off, toast.autovacuum_enabled = off);
create table public.k (a cidr, b int);
alter table public.k alter a set storage external, alter b set statistics 100;
