create schema "my ""own"" schéma.x";
create schema "select";
create table "my ""own"" schéma.x"."order by 1; --" (
  "select" int primary key,
  "a.b" text default 'it''s \ "quoted"',
  "Ünïcödé ☃" text not null,
  " leading space" int,
  "1st" int,
  "user" text,
  "line
feed" int,
  abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk int,
  "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ1" int,
  "$1" int,
  "%s" int,
  "{x}" int,
  "?" int,
  constraint "check" check ("select" > 0 and "a.b" <> '"'),
  constraint "u "" q" unique ("a.b", "Ünïcödé ☃")
);
create table "select"."table" (
  "from" int references "my ""own"" schéma.x"."order by 1; --" ("select") on delete cascade
);
create index "index" on "select"."table" ("from");
create index "i.j" on "my ""own"" schéma.x"."order by 1; --" (("select" + "1st")) where "user" = 'a.b';
create sequence "select"."sequence";
create table "select"."default" ("default" int default nextval('"select"."sequence"'));
