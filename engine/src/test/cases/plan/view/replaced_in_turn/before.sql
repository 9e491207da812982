create view public.a as select 1 as n;
create view public.b as select n from public.a;
create view public.c as select n from public.b;
create view public.direct as select n from public.a;
