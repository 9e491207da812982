create table t (id int primary key, zoo text, ant text, mid text);
