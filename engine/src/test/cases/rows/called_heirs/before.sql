create table place (id integer primary key, name text);
create table city (size integer) inherits (place);
insert into place values (1, 'wood'), (2, 'lake');
insert into city values (3, 'Rome', 3), (4, 'Bonn', 1);
