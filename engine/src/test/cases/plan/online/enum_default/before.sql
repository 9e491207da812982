create type state as enum ('new', 'open', 'closed');
create table ticket (id integer primary key, state state not null default 'new', primary_state state);
insert into ticket select g, 'open' from generate_series(1, 20) g;
