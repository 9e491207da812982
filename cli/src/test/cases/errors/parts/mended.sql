create table a (id integer);
create index concurrently a_id on a (id);
select 1 / 1;
