create table t (k int) partition by range (k);
create table t1 partition of t for values from (0) to (10);
create index i on t (k);
insert into t values (1);
-- of a partitioned table no transaction may hold it, which no word says
reindex table t;
insert into t values (2);
create type color as enum ('red');
commit;
alter type color add value E'gr\145en';
create table paint (c color);
insert into paint values ('green');
