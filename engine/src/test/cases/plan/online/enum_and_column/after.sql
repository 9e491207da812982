create type mood as enum ('happy', 'sad');
create table t (id bigint primary key, m mood not null default 'sad');
create table plain (id integer primary key, body text, m mood default 'happy');
create index plain_m on plain (m);
create table young (m mood[]);
