create table t (a int, b text, c int);
create index another_name on t (c);
create unique index changed on t (b);
create unique index wider on t (a);
create unique index lowered on t (lower(b)) where c > 0;
create index fresh on t using hash (a);
