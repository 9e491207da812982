insert into author values (2);
update book set shop = 3 where id = 2;
update book set high = 2 where id = 1;
