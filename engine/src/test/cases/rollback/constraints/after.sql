create table author (id integer primary key);
create table book (id integer not null, isbn text, author integer, price integer, title text, shelf int4range);
create table tag (id integer primary key, name text);
