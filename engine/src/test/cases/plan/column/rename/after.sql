-- slipway: renamed: column public.t."B" from a
create table t (id int primary key, "B" text not null check ("B" <> ''));
create index t_a on t (lower("B")) where "B" is not null;
create view v as select "B" as a from t;
create function f() returns text language sql stable begin atomic select "B" from t; end;
