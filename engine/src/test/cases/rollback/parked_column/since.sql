delete from author where id = 2;
update book set shop = 1 where id = 2;
update book set high = 0 where id = 1;
insert into book (id, shop, high) values (4, 2, 1), (5, 2, 1);
