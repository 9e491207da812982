-- slipway: renamed: table public.task from todo
create table task (id int primary key, note text);
