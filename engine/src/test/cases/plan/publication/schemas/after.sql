create schema "S 1";
create schema s2;
create table "S 1".t (id int primary key);
create table public.u (id int primary key);
create publication p for tables in schema s2, public, table "S 1".t with (publish = 'insert');
comment on publication p is 'x';
