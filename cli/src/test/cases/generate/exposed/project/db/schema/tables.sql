create schema api;
create schema inside;
create table todo (id bigint primary key, owner text);
create table inside.secret (id bigint primary key);
create table api.safe (id bigint primary key);
alter table api.safe enable row level security;
create policy own on api.safe using (id > 0);
create view api.todos as select id from todo;
create view api.own with (security_invoker) as select id from todo;
