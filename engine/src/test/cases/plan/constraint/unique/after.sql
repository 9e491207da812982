create table users (id int primary key, email text, name text, constraint users_email_key unique (email));
