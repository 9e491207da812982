drop index concurrently a_id;
select 1 / 0;
drop table a;
