create table thing (id integer primary key, name text);
create table car (wheels integer) inherits (thing);
create table bus (seats integer, primary key (id)) inherits (car);
insert into thing values (1, 'a'), (2, 'b');
insert into car values (3, 'c', 4), (4, 'd', 3);
insert into bus values (5, 'e', 6, 50), (6, 'f', 6, 60);
