create schema "My Shop";
create type "My Shop".mood as enum ('sad', 'happy');
create domain "My Shop".name as text not null;
create table "My Shop"."Client s" ("The Id" integer primary key, "a.b" "My Shop".mood, n "My Shop".name, dropped integer, "Q""q" integer[]);
alter table "My Shop"."Client s" drop column dropped;
insert into "My Shop"."Client s" values (1, 'sad', 'x', '{1,2}'), (2, 'happy', 'y', null), (3, null, '', '{}');
