create table t (id int primary key, a int, b text, c int);
create unique index lowered on t (lower(b)) where c > 0;
create unique index lowered_all on t (lower(b));
create unique index nullless on t (a) nulls not distinct;
