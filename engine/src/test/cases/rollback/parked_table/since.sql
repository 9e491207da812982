delete from author where id = 2;
insert into loan values (2, 2), (3, 3);
