create type color as enum ('red', 'green');
create table t (id int primary key, shade text, token text, number text);
insert into t values (1, 'blue', 'no', 'NaN'), (2, 'red', null, '7');
