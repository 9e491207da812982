create schema "S.s";
create type "S.s".size as enum ('s', 'm');
create table shirt (id int primary key, size text not null, sizes text[]);
insert into shirt values (1, 'm', '{s,m}');
