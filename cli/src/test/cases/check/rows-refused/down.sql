drop view open_todo;
