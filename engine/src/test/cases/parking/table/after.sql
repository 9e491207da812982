create table kept (id integer primary key);
create table note (id integer primary key, todo_id integer);
create publication changes;
