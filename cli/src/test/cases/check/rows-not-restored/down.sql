drop view open_todo;
delete from todo where id = 7002;
update todo set text = 'taken back' where id = 7003;
