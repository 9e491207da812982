delete from todo where id <= 2;
update todo set text = 'same' where id between 3 and 6;
