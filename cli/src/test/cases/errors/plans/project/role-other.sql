create role reader; create table note (id integer);
