-- slipway: renamed: table public.task from todo
create table task (id serial primary key, text text not null, owner int references task (id));
create index todo_text on task (text);
create view open_todo as select id, text from task;
