create schema app;
create type mood as enum ('sad', 'glad');
create table todo (id serial primary key, m mood, note text);
create view open as select id, m from todo;
create table app.other (id int);
create function f(m mood) returns int language sql as 'select 1';
