create schema old;
create table old.t (id int primary key);
