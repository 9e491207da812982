create schema "My ""Schema";
create table "My ""Schema"."tab.le" ("select" int primary key, "ü ""x" text, "two
lines" int);
insert into "My ""Schema"."tab.le" values (1, 'a', 2);
create sequence "My ""Schema"."seq'x";
create index "in dex" on "My ""Schema"."tab.le" ("ü ""x");
