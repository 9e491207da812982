create table t (id int, name text);
create view v as select id, name from t;
grant select (id), update (id) on t to anna;
grant select (name) on t to anna with grant option;
grant insert on v to bob;
grant select (id) on v to bob;
grant update on t to bob;
grant update (id) on t to bob;
