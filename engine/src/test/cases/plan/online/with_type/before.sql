create table note (id integer primary key, body text, size integer);
create index by_size on note (size);
create view sizes as select size from note;
