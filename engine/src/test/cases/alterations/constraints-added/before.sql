create table parent (id int primary key, code text);
create table child (id int primary key, parent_id int, a int, b text, c int);
insert into parent values (1, 'x'), (2, 'y');
insert into child values (1, 1, 5, 'u', null), (2, null, 6, null, null), (3, 2, 7, null, null);
