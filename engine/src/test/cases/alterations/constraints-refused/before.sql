create table parent (id int primary key, x int, y int, unique (x, y));
create table child (id int primary key, parent_id int, a int, b text, c int, x int, y int);
insert into parent values (1, 1, 1);
insert into child values (1, 1, 5, 'u', null, 1, 1), (2, 9, -6, 'u', null, 1, null), (3, 9, 5, 'v', null, null, null), (4, 1, null, 'v', 1, 2, 2);
create table keyless (a int, b int);
insert into keyless values (1, 1), (1, 2), (2, 3), (2, 4), (2, 5);
