-- café
create table a (id integer);
