create schema old; create schema new; create table old.users (id int);
