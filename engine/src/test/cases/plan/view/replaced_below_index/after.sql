create table public.t (a int, b int);
create view public.v as select a, b from public.t;
create materialized view public.m as select a from public.v;
create index m_by_a on public.m (a);
