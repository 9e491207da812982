create table task (id int primary key, note text);
-- slipway: renamed: todo task
