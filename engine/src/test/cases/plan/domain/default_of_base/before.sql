create domain a as text;
create table t (id int primary key);
