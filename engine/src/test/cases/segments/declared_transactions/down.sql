begin;
drop index i;
commit;
drop table a;
