drop index concurrently "odd "" Name";
drop index concurrently if exists public.t_id;
drop table t;
