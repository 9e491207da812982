create table parent (id int primary key, code text unique);
create table child (id int primary key, parent_id int references parent on delete cascade, a int check (a > 0), b text, c int unique, unique (a, b));
alter table child add constraint later check (a < 5) not valid;
