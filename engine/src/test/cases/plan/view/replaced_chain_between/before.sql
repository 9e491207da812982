create view public.a as select 1 as n;
create view public.b as select n from public.a;
create view public.mid as select n from public.b;
create view public.kept as select n from public.a;
