create table public.t (a int, b text);
create view public.barred with (check_option = local, security_invoker = true) as select a, b from public.t where a > 1;
create view public.counted as select count(*) filter (where a > 0) as n from public.t;
create view public.invoked with (security_invoker = true) as select max(a) as a from public.t;
create view public.alone with (security_barrier = true) as select a from public.t where b is null;
alter view public.alone alter column a set default 3;
