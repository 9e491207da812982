create table t (
  id int primary key,
  usual int not null,
  named int constraint "N ""1" not null,
  other int constraint one not null,
  alone int not null no inherit,
  valid int constraint v not null,
  becomes int,
  goes int constraint g not null,
  key int not null unique
);
alter table t add constraint unchecked not null becomes not valid;
comment on constraint "N ""1" on t is 'it''s 5% "n"';
comment on constraint t_usual_not_null on t is 'u';
comment on constraint t_id_not_null on t is 'before';
comment on constraint v on t is 'kept';
create table whole (id int constraint w not null, n int constraint x not null) partition by list (id);
create table part partition of whole for values in (1);
create table parent (a int constraint p not null, b int);
create table child (c int) inherits (parent);
alter table parent add constraint later not null b not valid;
