create table todo (id bigint primary key, text text);
create index todo_text on todo (text);
