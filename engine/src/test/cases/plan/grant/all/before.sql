create table t (a int, b int);
grant select on t to pg_monitor;
create function f() returns int language sql as 'select 1';
