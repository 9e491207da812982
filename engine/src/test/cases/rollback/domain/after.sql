create domain percent as integer;
create table job (id integer primary key, done percent);
