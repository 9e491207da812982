create table todo (id integer primary key, text text, owner text not null);
create table list (id integer primary key);
create table rest (id integer primary key);
