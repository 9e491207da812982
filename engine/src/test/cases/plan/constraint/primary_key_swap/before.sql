create table p (id int primary key, code text not null unique);
create table c (p_id int references p (id));
