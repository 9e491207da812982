create table o (id int primary key, unique (id));
create table t (
  a int constraint told check (a > 0),
  b int constraint enforced check (b > 0) not enforced,
  c int constraint key references o not enforced,
  d int constraint told_key references o,
  e int,
  f int,
  g int constraint text check (g > 1) not enforced
);
alter table t add constraint unchecked check (e > 0) not valid;
alter table t add constraint not_valid_key foreign key (f) references o not enforced;
alter table t add constraint new foreign key (f) references o deferrable not enforced;
comment on constraint told on t is 'kept';
create table whole (id int, o int constraint k references o not enforced) partition by list (id);
create table part partition of whole for values in (1);
