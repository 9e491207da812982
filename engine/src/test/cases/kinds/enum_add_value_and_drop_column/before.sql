create type size as enum ('s', 'm');
create table shirt (id int primary key, gone size, to_text size);
create table dropped (id int primary key, size size not null);
