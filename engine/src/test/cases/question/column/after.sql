create table users (id int primary key, full_name text, age int);
