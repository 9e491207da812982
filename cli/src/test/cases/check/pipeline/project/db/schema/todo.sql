create table todo (id int primary key, text text);
