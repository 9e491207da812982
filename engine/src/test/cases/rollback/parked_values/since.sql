update visit set note = 'ab' where id = 2;
