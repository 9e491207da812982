create table parent (id integer);
create table heir (name text) inherits (parent);
