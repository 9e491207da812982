create type size as enum ('s', 'm', 'l');
create table shirt (id int primary key, to_text text, fresh size);
create table created (id int primary key, size size not null);
