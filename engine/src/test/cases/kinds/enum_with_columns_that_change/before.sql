create type size as enum ('s', 'xxl', 'm');
create table shirt (id int primary key, size size, gone size default 's', to_text size, to_size text);
create table dropped (id int primary key, size size not null);
