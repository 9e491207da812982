delete from human where id = 2;
