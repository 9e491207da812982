create sequence a as int increment 5 minvalue 5 maxvalue 500 start 10 cache 3 cycle;
create sequence b;
create table t (id int default nextval('b'));
alter sequence b owned by t.id;
