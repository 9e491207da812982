-- slipway: parked: off
delete from log;
update todo set text = 'b';
create temporary table scratch as select * from todo;
delete from scratch;
create table made (id integer);
insert into made values (1);
delete from made;
drop table made;
