create table o (id int primary key, unique (id));
create table t (
  a int constraint told check (a > 0) not enforced,
  b int constraint enforced check (b > 0),
  c int constraint key references o,
  d int constraint told_key references o not enforced,
  e int constraint unchecked check (e > 0) not enforced,
  f int,
  g int constraint text check (g > 0) not enforced
);
alter table t add constraint not_valid_key foreign key (f) references o not valid;
comment on constraint told on t is 'kept';
create table whole (id int, o int constraint k references o) partition by list (id);
create table part partition of whole for values in (1);
