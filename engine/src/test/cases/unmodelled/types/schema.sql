create type shell;
create table t (a int, b int);
create statistics joined on a, b from t;
alter operator family integer_ops using btree add operator 1 < (float8, float4);
