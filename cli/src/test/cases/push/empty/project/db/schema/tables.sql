create table todo (id integer primary key, text text, gone text);
create table nothing (id integer primary key);
