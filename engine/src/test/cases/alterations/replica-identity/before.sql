create table a (id int primary key);
create table b (id int not null, constraint b_key unique (id));
create table c (id int);
alter table c replica identity full;
