create table t (id int primary key, "na ""me" text, n int);
