create type size as enum ('m', 's');
create table shirt (id int primary key, size size, to_text text, to_size size, fresh size default 'm');
create table created (id int primary key, size size not null);
