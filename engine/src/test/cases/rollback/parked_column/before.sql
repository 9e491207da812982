create table author (id integer primary key);
create table book (
  id integer primary key,
  shop integer not null,
  code text,
  author integer references author,
  low integer,
  high integer,
  unique (shop, code),
  check (low < high)
);
insert into author values (1), (2);
insert into book values (1, 1, 'a', 1, 1, 9), (2, 2, 'a', 2, 2, 9), (3, 2, 'b', null, null, null);
