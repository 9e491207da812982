create table users (id int primary key, name text, email text);
create table todo (id int primary key, owner int references users);
