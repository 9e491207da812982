create table task (id int primary key, note text);
-- slipway: rename: table public.task from todo
