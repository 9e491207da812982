create type mood as enum ('sad', 'ok', 'happy', 'great');
create table t (m mood not null default 'sad');
