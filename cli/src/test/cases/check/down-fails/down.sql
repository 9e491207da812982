drop table
  todos;
