delete from book where id = 3;
delete from tag where id = 3;
