create table t (id int primary key, a timestamptz, b boolean, c text, d numeric(5,2), e int generated always as (1) stored, f int[]);
