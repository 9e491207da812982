create type gone as range (subtype = int);
create table t (id int primary key, r gone);
