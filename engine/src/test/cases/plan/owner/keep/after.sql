create table t (id int primary key, note varchar(20));
create view v as select id, note from t;
create view "of whom?" as select note from v;
create function f(r v) returns int language sql as 'select 1';
alter view v owner to anna;
alter view "of whom?" owner to "O'Neil ""x""";
alter function f owner to bob;
alter table t owner to bob;
grant select on v to public;
