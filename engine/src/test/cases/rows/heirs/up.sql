delete from thing where id in (1, 3, 5);
update thing set name = 'z' where id in (2, 4, 6);
delete from only car;
truncate car;
