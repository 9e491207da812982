create type color as enum ('red', 'green');
create table t (id int primary key, shade color, token uuid, number bigint);
