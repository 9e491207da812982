create type state as enum ('open', 'closed');
create table ticket (id integer primary key, state state not null default 'open', primary_state state);
