create table t (a text, b text, c int, d int, "E" jsonb);
alter table t alter column a set storage external;
alter table t alter column b set compression pglz;
alter table t alter column c set statistics 500;
alter table t alter column d set (n_distinct = 5);
alter table t alter column "E" set storage main;
