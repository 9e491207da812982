create table public.p (id int not null, a int, b int) partition by list (id);
create table public.p1 partition of public.p for values in (1);
create table public.p2 partition of public.p for values in (2) partition by list (a);
create table public.p2a partition of public.p2 for values in (1);
create index p_a on public.p (a desc);
create unique index p_u on public.p (a, id);
create index p1_b on public.p1 (b);
