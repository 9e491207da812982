create table t (id int primary key, a integer default 1);
