create table todo (id integer primary key);
