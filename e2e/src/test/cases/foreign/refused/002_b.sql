alter table a add column id integer;
