create role reader; create table note (id integer); grant select on note to reader;
