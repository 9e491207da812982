create table todo (id serial primary key, text text not null, owner int references todo (id));
create index todo_text on todo (text);
create view open_todo as select id, text from todo;
