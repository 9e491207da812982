create extension hstore;
create table a (id integer);
