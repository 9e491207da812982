create table a (id int primary key);
alter table a replica identity full;
create table b (id int not null, constraint b_key unique (id));
alter table b replica identity using index b_key;
create table c (id int);
