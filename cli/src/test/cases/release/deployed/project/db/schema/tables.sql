create table todo (id integer primary key, text text, note text);
create table list (id integer primary key, color text);
create table rest (id integer primary key, other text);
