create table todo (id integer primary key, text text not null);
