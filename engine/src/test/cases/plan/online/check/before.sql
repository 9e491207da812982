create table note (id bigint primary key, body text, done boolean);
alter table note add constraint old check (body <> '');
create table base (a integer);
create table heir () inherits (base);
