create table public.p (id int not null, a int, b int not null, c int) partition by list (id);
create table public.p1 partition of public.p for values in (1);
create table public.p2 partition of public.p (a not null) for values in (2);
