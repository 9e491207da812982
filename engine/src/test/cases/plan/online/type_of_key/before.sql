create table author (id serial primary key, mail text unique, age integer check (age > 0));
comment on constraint author_pkey on author is 'found by it';
create table book (
  id integer generated always as identity primary key,
  author_id integer not null references author on delete cascade,
  part_of integer references book,
  year integer,
  unique (author_id, year)
);
comment on constraint book_author_id_fkey on book is 'written by';
create table tagged (book_id integer not null references book, tag text not null, weight integer check (weight <> 0), primary key (book_id, tag));
insert into author (mail, age) select g || '@a.b', g from generate_series(1, 40) g;
insert into book (author_id, year) select g, g from generate_series(1, 40) g;
insert into tagged select g, 't', g from generate_series(1, 40) g;
