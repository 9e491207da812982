create table t (
  id int constraint "my ""id" not null primary key,
  usual int constraint named not null,
  named int not null,
  other int constraint two not null,
  alone int constraint a not null,
  valid int constraint v not null no inherit,
  becomes int constraint unchecked not null,
  goes int,
  key int constraint k not null unique,
  new int constraint fresh not null no inherit,
  "odd 100%" int constraint "50% ""o" not null
);
alter table t add unchecked_column int;
alter table t add not null unchecked_column not valid;
comment on constraint named on t is 'u';
comment on constraint v on t is 'kept';
comment on constraint "my ""id" on t is 'after';
create table whole (id int constraint w2 not null, n int) partition by list (id);
create table part partition of whole for values in (1);
create table parent (a int not null, b int constraint later not null);
create table child (c int) inherits (parent);
