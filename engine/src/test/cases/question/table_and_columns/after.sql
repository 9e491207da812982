create table people (id int primary key, full_name text, email text);
create table todo (id int primary key, owner int references people);
