create table note (id integer primary key, body text, size bigint not null);
create index by_size on note (size);
create index by_body on note (body);
create view sizes as select size from note;
