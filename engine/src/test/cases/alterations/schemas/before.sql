create schema gone;
create table gone.t (id int primary key);
create schema kept;
