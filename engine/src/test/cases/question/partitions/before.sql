create table log (id int, note text) partition by range (id); create table log_1 partition of log for values from (1) to (10);
