insert into item values (5000000000, 'abcd', 100.1, 40000, 'four');
