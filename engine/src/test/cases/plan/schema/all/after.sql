create schema app;
create type app.kind as enum ('a');
create table app.t (id int primary key, k app.kind);
create view app.v as select * from app.t;
