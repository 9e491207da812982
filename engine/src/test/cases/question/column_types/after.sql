create table t (id int primary key, a2 date, b2 jsonb, c2 uuid, d2 bigint, e2 int generated always as (2) stored, f2 int);
