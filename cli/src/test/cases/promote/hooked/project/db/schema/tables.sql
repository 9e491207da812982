create table message (id integer primary key, text text not null);
