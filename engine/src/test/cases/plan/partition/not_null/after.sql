create table public.p (id int not null, a int not null, b int, c int) partition by list (id);
create table public.p1 partition of public.p (b not null) for values in (1);
create table public.p2 partition of public.p for values in (2);
alter table public.p2 alter c set not null;
