delete from todo where id = 12;
