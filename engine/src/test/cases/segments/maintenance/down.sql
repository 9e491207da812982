drop materialized view m;
alter system reset log_min_duration_statement;
drop table t;
