create table public.p (id int not null, a int, b text default 'x', c int not null, gone text, g int generated always as (id * 2) stored,
  constraint a_positive check (a > 0), constraint going check (id > 0)) partition by list (id);
create table public.p1 partition of public.p for values in (1);
create table public.p2 partition of public.p (b default 'y') for values in (2) partition by list (c);
create table public.p2a partition of public.p2 for values in (1);
alter table public.p1 alter a set not null;
comment on column public.p1.gone is 'here';
create index p_gone on public.p (gone);
create view public.v as select a, b from public.p1;
