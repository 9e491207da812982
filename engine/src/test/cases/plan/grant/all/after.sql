create table t (a int, b int);
grant select, insert on t to pg_monitor;
grant update (b) on t to pg_read_all_data with grant option;
create function f() returns int language sql as 'select 1';
revoke execute on function f() from public;
create schema s;
grant usage on schema s to pg_monitor;
