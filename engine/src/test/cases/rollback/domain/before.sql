create domain percent as integer check (value between 0 and 100);
create table job (id integer primary key, done percent);
insert into job values (1, 50);
