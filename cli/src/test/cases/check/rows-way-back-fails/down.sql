drop view open_todo;
alter table todo add constraint none check (id < 10);
alter table todo drop constraint none;
