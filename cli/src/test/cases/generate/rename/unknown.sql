-- slipway: renamed: table public.tusk from todo
create table task (id int primary key, note text);
