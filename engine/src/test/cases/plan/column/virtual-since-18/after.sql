create table t (
  a bigint not null,
  changed bigint generated always as (a * 3) virtual,
  stays bigint generated always as (a + 1) virtual not null,
  becomes_stored int generated always as (a + 2) stored,
  becomes_virtual int generated always as (a + 3) virtual,
  becomes_plain int,
  "New 1" text collate "C" generated always as ('x') virtual
);
create view v as select changed, stays from t;
create table whole (id int, twice int generated always as (id * 3) virtual) partition by list (id);
create table part partition of whole for values in (1);
