insert into sum (id, a, b) values (3, 1, 2), (4, 1, null);
