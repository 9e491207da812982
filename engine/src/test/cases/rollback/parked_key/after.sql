create table shop (id integer primary key);
create table sale (id integer primary key, shop text);
