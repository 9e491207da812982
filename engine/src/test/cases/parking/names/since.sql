insert into a_b.c values (5);
