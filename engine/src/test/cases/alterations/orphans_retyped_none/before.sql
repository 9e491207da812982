create table parent (id integer primary key, code integer unique);
create table child (id integer primary key, parent_id smallint, code text);
insert into parent values (1, 10), (2, 20);
insert into child values (1, 1, '10'), (2, 2, ' 20'), (3, null, null);
