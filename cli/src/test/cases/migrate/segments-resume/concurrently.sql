create table todo (id integer, text text);
insert into todo values (1, 'one'), (1, 'uno');

create index concurrently todo_text on todo (text);
create unique index concurrently todo_id on todo (id);
