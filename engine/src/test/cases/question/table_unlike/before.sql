create table users (id int primary key, name text);
create view shown as select id from users;
