create table b (id integer);
