create table public.t (a integer) with (autovacuum_enabled = off, fillfactor = 70, toast.autovacuum_enabled = off);
create materialized view public.m with (autovacuum_enabled = off, fillfactor = 70) as select a from public.t;
