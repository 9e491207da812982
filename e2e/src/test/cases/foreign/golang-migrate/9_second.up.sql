alter table a add column note text;
