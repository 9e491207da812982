create table t (a int, b int generated always as (a + 1) virtual, c int generated always as (a + 1) stored, d int generated always as (a + 1) virtual);
insert into t (a) values (1);
