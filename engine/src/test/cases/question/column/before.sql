create table users (id int primary key, name text, age int);
