create table small (id integer primary key, text text, gone text);
create table large (id integer primary key, text text, gone text);
create table empty (id integer primary key, text text);
