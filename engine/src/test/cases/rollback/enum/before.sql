create type mood as enum ('sad', 'happy');
create table person (id integer primary key, mood mood);
insert into person values (1, 'sad');
