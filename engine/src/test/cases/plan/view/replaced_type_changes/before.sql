create table public.t (a int, b int, c int);
create view public.with_it as select a, b from public.t;
create view public.only_before as select a, b from public.t;
create view public.only_after as select a, 0 as b from public.t;
create view public.above as select a from public.only_before;
