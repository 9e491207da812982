create type pair as enum ('a', 'b');
create table t (a int, b int);
create function used(a int) returns int language sql immutable as 'select a';
comment on function used(int) is 'kept';
create function fires() returns trigger language plpgsql as 'begin return new; end';
create table u (
  a int default used(1) check (used(a) > 0),
  b int generated always as (used(a)) stored,
  exclude using btree (a with =) where (used(a) > 1));
create index i on u (used(a));
create view v as select used(a) as a from u;
comment on view v is 'kept too';
create view of_v as select a from v;
create materialized view m as select used(a) as a from u;
create index of_m on m (a);
alter table u enable row level security;
create policy p on u using (used(a) > 2);
create trigger changes before update of a on u for each row when (used(new.a) > 1) execute function fires();
alter table u disable trigger changes;
comment on trigger changes on u is 'a trigger';
create operator <+> (function = used, rightarg = int);
create aggregate most(int) (sfunc = int4larger, stype = int, finalfunc = used);
create function by_row(r t) returns int language sql as 'select r.a';
create view with_row as select by_row(t) as x from t;
create publication news for table u where (a > 1);
