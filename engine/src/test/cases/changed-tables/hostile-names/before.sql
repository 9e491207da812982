-- generated schema s
create schema "S";
-- table S.due date
create table "S"."due date" ("the id" int primary key, "a""b" text);
-- table public.t
create table public.t (id int primary key, a text);
