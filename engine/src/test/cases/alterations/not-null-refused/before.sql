create table t (id int primary key, a int);
insert into t values (1, 1), (2, null);
create table without_key (a int, b text);
insert into without_key values (null, 'x');
