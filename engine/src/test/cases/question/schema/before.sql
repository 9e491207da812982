create schema app; create table app.users (id int, name text); create type app.mood as enum ('a');
