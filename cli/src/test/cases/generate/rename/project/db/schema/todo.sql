create table todo (id int primary key, note text);
