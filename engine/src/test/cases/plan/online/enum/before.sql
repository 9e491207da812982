create schema "S.s";
create type mood as enum ('sad', 'ok', 'happy', 'it''s');
comment on type mood is 'how one feels';
create table t (id bigint primary key, m mood not null default 'sad', ms mood[] default '{ok}', last mood, body text,
  check (m <> 'happy' or body is not null));
create index t_m on t (m) where m = 'sad';
create index t_last on t (last desc, id);
create unique index t_body on t (body, last) where last in ('sad', 'it''s');
comment on column t.m is 'now';
create table "S.s"."Ein, Komma" ("a b" integer primary key, mood mood, public mood not null);
insert into t select g, 'sad', '{sad,happy}', 'happy', g from generate_series(1, 50) g;
