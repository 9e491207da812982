create table t (id int primary key, required text not null);
