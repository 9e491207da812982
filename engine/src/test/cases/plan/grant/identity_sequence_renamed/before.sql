create table t (
  kept int generated always as identity (sequence name kept_old),
  changed int generated always as identity (sequence name changed_old),
  created int generated always as identity (sequence name created_old),
  dropped int generated always as identity (sequence name dropped_old),
  retyped int generated always as identity
);
grant usage on sequence kept_old to pg_monitor;
grant usage on sequence changed_old to pg_monitor;
grant usage on sequence dropped_old to pg_monitor;
grant usage on sequence t_retyped_seq to pg_monitor;
comment on sequence kept_old is 'kept';
comment on sequence changed_old is 'old';
comment on sequence dropped_old is 'goes';
