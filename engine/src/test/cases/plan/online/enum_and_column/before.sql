create type mood as enum ('sad', 'ok', 'happy');
create table t (id bigint primary key, m mood not null default 'sad');
create table plain (id integer primary key, body text);
insert into t select g, 'sad' from generate_series(1, 50) g;
