alter table book drop column author, drop column genre;
drop table author;
drop type genre;
alter table book drop constraint book_code_key;
drop index book_title_idx;
create unique index on book (title);
grant insert on book to reader;
alter table book enable row level security;
