create table t (a int, b int);
create index i on t (b);
create index i2 on t (a);
