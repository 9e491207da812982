create table log (id int, remark text) partition by range (id); create table log_2 partition of log for values from (1) to (10);
