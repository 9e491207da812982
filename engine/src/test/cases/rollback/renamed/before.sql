create table person (id integer primary key, mail text unique, age integer not null);
insert into person values (1, 'a', 1);
