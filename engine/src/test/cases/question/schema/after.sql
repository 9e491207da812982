create schema core; create table core.users (id int, title text); create type core.mood as enum ('a');
