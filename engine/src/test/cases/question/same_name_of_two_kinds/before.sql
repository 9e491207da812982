create type t as enum ('a', 'b'); create table u (t int); create sequence v;
