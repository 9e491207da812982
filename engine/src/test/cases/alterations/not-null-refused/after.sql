create table t (id int primary key, a int not null);
create table without_key (a int not null, b text);
