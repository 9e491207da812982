-- slipway: renamed: table public.new from old
-- slipway: renamed: column public.new.key from id
-- slipway: renamed: table s.moved from public.moved
-- slipway: renamed: column public.same.key from id
create schema s;
create table new (key int generated always as identity, n int);
grant usage, select on sequence new_key_seq to pg_monitor;
comment on sequence new_key_seq is 'counts';
create table s.moved (id int generated always as identity (sequence name s.of_moved));
grant usage on sequence s.of_moved to pg_monitor with grant option;
create table same (key int generated always as identity (sequence name same_id_seq));
grant usage on sequence same_id_seq to pg_monitor;
