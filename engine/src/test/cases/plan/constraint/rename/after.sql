create table t (a int constraint xx primary key, b int constraint yy check (b > 0));
