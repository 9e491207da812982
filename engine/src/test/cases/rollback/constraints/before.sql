create table author (id integer primary key);
create table book (
  id integer primary key,
  isbn text,
  author integer references author,
  price integer check (price > 0),
  title text not null,
  shelf int4range,
  exclude using gist (shelf with &&),
  constraint book_isbn unique (isbn)
);
create table tag (id integer primary key, name text);
create unique index tag_name on tag (lower(name)) where name <> '';
insert into author values (1);
insert into book values (1, 'a', 1, 5, 'one', '[1,2]'), (2, 'b', null, null, 'two', '[3,4]');
insert into tag values (1, 'x'), (2, 'y');
