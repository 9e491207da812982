create table t (id int primary key, a int default 1, b int default 2, c int);
