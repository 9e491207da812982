set allow_in_place_tablespaces = on;
create table t ();
create tablespace slipway_case_space location '';
create database slipway_case_database template template0;
alter database slipway_case_database set tablespace slipway_case_space;
create table u ();
