insert into todo (text) values ('next');
