create schema "S 1";
create schema s2;
create table "S 1".t (id int primary key);
create publication p for tables in schema "S 1";
create publication all_of_it for all tables;
