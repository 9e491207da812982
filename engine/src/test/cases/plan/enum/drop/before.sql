create type mood as enum ('sad');
create table t (id int, m mood);
