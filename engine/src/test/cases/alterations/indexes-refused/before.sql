create table t (id int primary key, a int, b text, c int);
insert into t values (1, 1, 'A', 1), (2, null, 'a', 1), (3, null, 'C', 2), (4, 4, 'c', -1);
