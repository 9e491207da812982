create table parent (id integer);
create table heir (id integer, name text) inherits (parent);
