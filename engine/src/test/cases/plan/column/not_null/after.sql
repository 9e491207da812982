create table t (id int primary key, a text not null, b text);
