create table t (id int primary key, added text default 'x' not null, plain timestamptz, computed_too int generated always as (id * 2) stored, counted bigint generated always as identity);
