insert into author values (2);
delete from loan where book = 3;
