create table "My Table" (id integer primary key, "Room; no" integer, during tsrange,
  constraint "No two" exclude using gist (int4range("Room; no", "Room; no", '[]') with =, during with &&) deferrable);
create table pair (a int4range, b integer, exclude using gist (a with =, int4range(b, b, '[]') with -|-));
create table spot (id integer primary key, at box, exclude using gist (at with &&));
