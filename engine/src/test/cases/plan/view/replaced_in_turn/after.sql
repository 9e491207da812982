create view public.c as select 1 as n;
create view public.b as select n from public.c;
create view public.a as select n, 2 as more from public.b;
create view public.between as select n from public.a;
create view public.direct as select n from public.between;
