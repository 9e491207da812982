create type state as enum ('open', 'waiting', 'closed');
create table ticket (id integer primary key, state state not null default 'open');
