create table t (a int default 3, b int, c int default 4);
