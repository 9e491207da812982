create table t (a int, b int generated always as (a + 2) virtual, c int generated always as (a + 1) virtual, d int);
