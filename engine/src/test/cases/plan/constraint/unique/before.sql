create table users (id int primary key, email text, name text, constraint one unique (name));
