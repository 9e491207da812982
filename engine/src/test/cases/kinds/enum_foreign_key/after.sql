create type size as enum ('m', 's');
create table stock (size size primary key);
create table shirt (id int primary key, size size references stock);
