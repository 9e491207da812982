create schema a_b;
create schema a;
create table a_b.c (id integer primary key);
create table a."select" (id integer primary key);
