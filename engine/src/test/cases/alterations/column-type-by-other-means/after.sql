create type color as enum ('red', 'green');
create table t (id int primary key, flag boolean, shade color default 'red' not null, token uuid, number int, word text[], amount numeric(5, 1), event int, period text default 'none');
