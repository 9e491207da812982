create table kept (id int);
alter table kept owner to anna;
