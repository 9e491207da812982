drop table u;
drop tablespace slipway_case_space;
drop table t;
