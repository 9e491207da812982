create table parent (id int primary key, x int, y int, unique (x, y));
create table child (id int primary key, parent_id int references parent, a int check (a > 0), b text unique, c int unique nulls not distinct, x int, y int,
  foreign key (x, y) references parent (x, y) match full);
create table keyless (a int primary key, b int);
