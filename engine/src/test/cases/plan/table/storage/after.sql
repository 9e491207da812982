create table public.t (a int, b text, c numeric, d text, constraint t_pk primary key (a) with (fillfactor = 70)) with (fillfactor = 70);
alter table public.t alter b set statistics 100, alter b set compression pglz, alter c set storage external;
alter table public.t alter a set (n_distinct = -0.5, n_distinct_inherited = 5);
create sequence public.s;
create table public.o (a int, z text) with (fillfactor = 90, toast.vacuum_truncate = off);
alter table public.o alter z set storage main;
create table public.n (a text primary key with (fillfactor = 60)) with (autovacuum_vacuum_scale_factor = '0.2');
alter table public.n alter a set statistics 200;
