create view open_todo as select id, text from todo;
