create table t (a int);
create index uno on t (a);
