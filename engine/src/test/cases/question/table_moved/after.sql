create schema old; create schema new; create table new.users (id int);
