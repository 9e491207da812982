delete from todo where id in (1, 20);
