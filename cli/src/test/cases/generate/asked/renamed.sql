create type mood as enum ('happy', 'sad');
create table people (id int primary key, full_name text not null, mood mood);
