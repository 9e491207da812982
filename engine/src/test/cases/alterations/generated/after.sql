create table t (a int, kept int generated always as (a + 1) stored, changed int generated always as (a + 20) stored, plain int, retyped bigint generated always as (a + 4) stored, computed int generated always as (a * 2) stored);
create index on t (changed);
comment on column t.changed is 'kept';
