create table booking (id integer primary key, room integer, during tsrange, canceled boolean not null,
  exclude using gist (int4range(room, room, '[]') with =, during with &&) where (not canceled and room is not null));
create table code (id integer primary key, word text, exclude using btree (lower(word) collate "C" text_pattern_ops with =));
create table shift (days daterange, exclude using gist (days with &&));
create table area (place box, exclude using gist (place with &&));
create table seat (id integer primary key, "other" circle, taken boolean,
  constraint apart exclude using gist ("other" with &&) where (taken));
