create table t (id int primary key, name varchar(5) default 'x', amount numeric(5, 2), n smallint, at date, ok int);
