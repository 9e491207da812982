create table t (id int primary key, a int default 10, b int, c int default 3);
