set allow_in_place_tablespaces = on;
create table t ();
create tablespace slipway_case_space location '';
create table u ();
