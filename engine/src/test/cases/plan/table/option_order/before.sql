create table public.t (a integer) with (fillfactor = 70, autovacuum_enabled = off, parallel_workers = 2);
create materialized view public.m with (fillfactor = 70, autovacuum_enabled = off) as select a from public.t;
