create table author (id integer primary key);
create table loan (id integer primary key, book integer);
