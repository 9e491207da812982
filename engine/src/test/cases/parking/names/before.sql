create schema a_b;
create schema a;
create table a_b.c (id integer primary key, "x.y as ""z""" text not null, "a column's name that is as long as the server lets any be, é" text);
create table a.b_c (id integer primary key);
create table a."select" (id integer primary key, "order" integer);
insert into a_b.c values (1, 'p', 'q');
insert into a.b_c values (2);
insert into a."select" values (3, 4);
