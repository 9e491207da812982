create schema kept;
create schema fresh;
create table fresh.t (id int primary key);
