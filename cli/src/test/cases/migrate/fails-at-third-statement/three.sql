create table one (id integer);
create table two (id integer);
insert into three values (1);
