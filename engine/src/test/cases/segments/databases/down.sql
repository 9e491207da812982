drop table u;
drop database if exists slipway_case_database;
drop tablespace slipway_case_space;
drop table t;
