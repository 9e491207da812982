insert into human values (2, 'a', null);
