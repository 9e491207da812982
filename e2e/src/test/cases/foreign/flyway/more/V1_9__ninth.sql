alter table a add column nine text;
