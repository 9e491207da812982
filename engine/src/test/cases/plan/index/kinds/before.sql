create table t (a int, b text, j jsonb);
create index one on t (a);
