delete from part where id in (1, 2);
