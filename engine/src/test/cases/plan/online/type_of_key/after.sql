create table author (id bigserial primary key, mail text unique, age bigint check (age > 0));
comment on constraint author_pkey on author is 'found by it';
create table book (
  id bigint generated always as identity primary key,
  author_id bigint not null references author on delete cascade,
  part_of bigint references book,
  year text,
  unique (author_id, year)
);
comment on constraint book_author_id_fkey on book is 'written by';
create table tagged (book_id bigint not null references book, tag text not null, weight numeric check (weight <> 0), primary key (book_id, tag));
insert into author (mail, age) select g || '@a.b', g from generate_series(1, 40) g;
insert into book (author_id, year) select g, g from generate_series(1, 40) g;
insert into tagged select g, 't', g from generate_series(1, 40) g;
