create schema "S 1";
create table "S 1".t (id int);
create function "S 1".f() returns int language sql as 'select 1';
alter default privileges in schema "S 1" grant select on tables to anna with grant option;
alter default privileges in schema "S 1" grant execute on routines to public;
alter default privileges for role bob grant usage on sequences to "O'Neil ""x""";
alter default privileges for role bob revoke truncate on tables from bob;
alter default privileges grant insert on tables to bob;
