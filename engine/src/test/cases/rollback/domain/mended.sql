update job set done = 100 where id = 2;
