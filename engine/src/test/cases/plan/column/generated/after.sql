create table t (a int, b int generated always as (a * 3) stored, c int, d text generated always as ('x' || a::text) stored);
create index t_b on t (b);
