create table public.p (id int not null, a int, b int) partition by list (id);
create table public.p1 partition of public.p for values in (1);
create table public.p2 partition of public.p for values in (2) partition by list (a);
create table public.p2a partition of public.p2 for values in (1);
create index p_a on public.p (a);
create index p_gone on public.p (a, b);
alter table public.p1 add constraint p1_u unique (id, a);
