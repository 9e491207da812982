create table t (id int primary key, a text not null check (a <> ''));
create index t_a on t (lower(a)) where a is not null;
create view v as select a from t;
create function f() returns text language sql stable begin atomic select a from t; end;
