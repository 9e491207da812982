-- slipway: renamed: table app.task from public.todo
-- slipway: renamed: type app.mood from public.mood
-- slipway: renamed: view app.open from public.open
-- slipway: renamed: function app.f(app.mood) from public.f(app.mood)
-- slipway: renamed: column app.task.remark from note
create schema app;
create type app.mood as enum ('sad', 'glad');
create table app.task (id serial primary key, m app.mood, remark text);
create view app.open as select id, m from app.task;
create table app.other (id int);
create function app.f(m app.mood) returns int language sql as 'select 1';
