alter table todo drop constraint todo_pkey;
