create view public.a as select 1 as n, 2 as more;
create view public.kept as select n, more from public.a;
create view public.mid as select n, 3 as more from public.kept;
create view public.b as select n, more from public.mid;
