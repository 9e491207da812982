create table base (id int, remark text); create table child (more text) inherits (base);
