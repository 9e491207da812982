insert into job values (2, 101);
