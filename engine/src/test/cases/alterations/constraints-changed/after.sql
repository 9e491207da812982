create table parent (id int primary key);
create table t (id int, a int, b int, c int references parent on delete cascade, d int, constraint small check (a < 20), constraint u unique (a, b), constraint new_name check (b > 1), primary key (id, a));
alter table t add constraint later check (d > 0);
alter table t add constraint earlier check (d < 100) not valid;
