create or replace view v as select id, ten from a;
