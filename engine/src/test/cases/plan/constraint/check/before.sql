create table t (a int, b varchar(10), constraint c check (a > 0));
