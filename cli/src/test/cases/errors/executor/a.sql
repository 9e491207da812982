create table a (id integer, name text);
