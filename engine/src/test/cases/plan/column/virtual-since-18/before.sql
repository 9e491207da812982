create table t (
  a int not null,
  changed int generated always as (a * 2) virtual,
  stays int generated always as (a + 1) virtual not null,
  becomes_stored int generated always as (a + 2) virtual,
  becomes_virtual int generated always as (a + 3) stored,
  becomes_plain int generated always as (a + 4) virtual,
  gone int generated always as (a + 5) virtual
);
create view v as select changed, stays from t;
create table whole (id int, twice int generated always as (id * 2) virtual) partition by list (id);
create table part partition of whole for values in (1);
