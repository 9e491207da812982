create table todo (id integer, text text);
create index todo_text on todo (text);
create unique index todo_id on todo (id);
