create table author (id integer primary key);
create table book (id integer primary key, shop integer not null, high integer);
