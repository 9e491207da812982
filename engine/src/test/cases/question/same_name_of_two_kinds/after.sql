create type t2 as enum ('a', 'b'); create table u (t2 int); create sequence v2;
