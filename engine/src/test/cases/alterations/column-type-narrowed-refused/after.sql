create table t (id int primary key, name varchar(5), amount numeric(5, 2), n smallint, "Number" int);
