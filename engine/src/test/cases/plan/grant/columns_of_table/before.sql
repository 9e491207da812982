create table t (id int, name text);
create view v as select id, name from t;
grant select on t to anna;
grant select (id), update (id) on t to anna;
grant select (name) on t to anna with grant option;
grant select on v to bob;
grant select (id) on v to bob;
