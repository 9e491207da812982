create table sum (id integer primary key, a integer not null, b integer, total integer not null unique);
insert into sum values (1, 1, 2, 3), (2, 2, 2, 4);
