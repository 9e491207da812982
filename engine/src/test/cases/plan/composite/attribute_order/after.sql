create type pair as (b varchar(20), c int, a boolean);
create type nest as (p pair, x int);
create table t (id int primary key, p pair not null, n nest);
create view v as select (p).a, ((n).p).b from t;
