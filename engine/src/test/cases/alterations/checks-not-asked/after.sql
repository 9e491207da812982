create function positive(n int) returns boolean language sql immutable as 'select n > 0';
create table t (id int primary key, a int, b int, constraint of_new_column check (b > 0), constraint of_new_type check (a > 0), constraint of_new_function check (positive(id)), unique (b));
create table fresh (id int primary key references t);
