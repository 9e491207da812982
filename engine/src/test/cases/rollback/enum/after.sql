create type mood as enum ('sad', 'happy', 'calm');
create table person (id integer primary key, mood mood);
