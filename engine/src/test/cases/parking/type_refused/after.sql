create table visit (id integer primary key, at time not null);
