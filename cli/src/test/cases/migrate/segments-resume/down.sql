drop index concurrently todo_id;
drop index concurrently todo_text;
drop table todo;
