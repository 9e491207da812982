create table t (id int primary key, a text, b int default 3 check (b > 0));
create index t_a on t (a);
create view v as select id, a from t;
