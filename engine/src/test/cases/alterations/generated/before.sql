create table t (a int, kept int generated always as (a + 1) stored, changed int generated always as (a + 2) stored, plain int generated always as (a + 3) stored, retyped int generated always as (a + 4) stored, computed int);
create index on t (changed);
comment on column t.changed is 'kept';
insert into t (a, computed) values (1, 5);
