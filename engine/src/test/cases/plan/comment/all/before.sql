create table t (a int constraint c check (a > 0));
create index i on t (a);
comment on table t is 'old';
comment on index i is 'goes';
