create type mood as enum ('good', 'bad');
create table t (id int primary key, n int);
