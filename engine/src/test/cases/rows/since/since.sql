insert into todo values (1, 'mine', 'new'), (20, 'mine too', 'c2');
update todo set text = 'written since' where id = 3;
update todo set code = 'other' where id = 4;
delete from todo where id = 5;
