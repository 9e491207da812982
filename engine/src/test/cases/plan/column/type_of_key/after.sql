create table p (id text primary key);
create table c (id int primary key, p_id text references p (id) on delete cascade);
