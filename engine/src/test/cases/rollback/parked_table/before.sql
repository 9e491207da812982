create table author (id integer primary key);
create table book (id integer primary key, author integer not null references author, sequel integer references book);
create table loan (id integer primary key, book integer references book);
insert into author values (1), (2);
insert into book values (1, 1, null), (2, 2, 1);
insert into loan values (1, 1);
