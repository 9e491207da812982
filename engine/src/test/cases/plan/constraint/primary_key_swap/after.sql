create table p (id int not null unique, code text primary key);
create table c (p_id int references p (id));
