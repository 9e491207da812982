create schema "S.s";
create table "S.s"."T""t" (id int primary key, "a b" text, c int);
create table u (id int primary key, c int);
create table w (id int primary key);
