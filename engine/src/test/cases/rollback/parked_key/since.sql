insert into sale values (2, 'b'), (3, 'c');
