create table parent (id int primary key);
create table t (id int primary key, a int, b int, c int references parent, d int, constraint small check (a < 10), constraint u unique (a), constraint old_name check (b > 1));
alter table t add constraint later check (d > 0) not valid;
alter table t add constraint earlier check (d < 100);
