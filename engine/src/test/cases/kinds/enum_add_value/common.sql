create table task (id int primary key, state text);
