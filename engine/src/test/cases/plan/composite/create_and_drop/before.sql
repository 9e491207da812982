create type gone as (a int);
create function f(gone) returns int language sql as 'select 1';
