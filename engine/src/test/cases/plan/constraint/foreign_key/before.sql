create table p (id int primary key, k int unique);
create table c (id int primary key, p_id int references p (id), k int);
