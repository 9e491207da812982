create table t (a int constraint x primary key, b int constraint y check (b > 0));
