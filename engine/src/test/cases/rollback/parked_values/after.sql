create table visit (id integer primary key, at date, note text);
