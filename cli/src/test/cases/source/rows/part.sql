create table part (id int primary key, name text);
