create table t (id int primary key, old text, computed int generated always as (id + 1) stored);
insert into t values (1, 'x');
