create table parent (id serial primary key);
create table child (id int generated always as identity primary key, parent_id int references parent on delete cascade);
create index on child (parent_id);
insert into parent default values;
insert into child (parent_id) values (1);
