create table public.t (a int, b text);
create view public.barred with (security_barrier, check_option = cascaded) as select a from public.t where a > 0;
create view public.counted as select count(*) as n from public.t;
create view public.invoked with (security_invoker = true) as select a from public.t;
create view public.alone as select a from public.t;
