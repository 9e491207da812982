delete from sale where id = 3;
