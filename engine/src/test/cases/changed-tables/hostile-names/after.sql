-- generated schema s
create schema "S";
-- table S.due date
create table "S"."due date" ("the id" int primary key, "a""b" varchar(5) check ("a""b" <> ''), "C" int);
-- table public.t
create table public.t (id int primary key, a text);
