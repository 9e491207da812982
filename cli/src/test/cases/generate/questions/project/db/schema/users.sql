create type mood as enum ('glad', 'sad');
create table users (id int primary key, name text not null, mood mood);
