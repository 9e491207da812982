create table t (a int, b text, c int);
create index gone on t (a);
create index same_but_name on t (c);
create index changed on t (b);
create unique index wider on t (a, b);
insert into t values (1, 'A', 1), (2, 'b', 1), (3, 'C', 2);
