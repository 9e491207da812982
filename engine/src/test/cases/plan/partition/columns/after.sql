create table public.p (id int not null, a bigint, b varchar(20) default 'xx', c int not null, n int default 7, m int not null default 1,
  g int generated always as (id * 3) stored,
  constraint a_positive check (a > 1), constraint coming check (id > 0)) partition by list (id);
create table public.p1 partition of public.p (n default 8) for values in (1);
create table public.p2 partition of public.p (b default 'z', n not null) for values in (2) partition by list (c);
create table public.p2a partition of public.p2 for values in (1);
alter table public.p1 alter a set not null;
comment on column public.p1.n is 'here';
create index p_n on public.p (n);
create view public.v as select a, b from public.p1;
