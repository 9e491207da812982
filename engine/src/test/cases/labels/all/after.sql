set allow_system_table_mods = on;
create schema "S ""1";
create table "S ""1".t ("c ""1" int, typed bigint);
create view v as select typed from "S ""1".t;
create materialized view m as select 1 as a;
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table f (a int) server s;
create type mood as enum ('sad');
create type pair as (a int, b int);
create domain positive as int check (value > 0);
create sequence q;
create table numbered (id int generated always as identity);
create function fn(int) returns int language sql return 1;
create procedure pr(int) language sql begin atomic select 1; end;
create aggregate ag(int) (sfunc = int4pl, stype = int);
create publication p;
insert into pg_catalog.pg_seclabel (classoid, objoid, objsubid, provider, label)
select 'pg_class'::regclass, c.oid, a.attnum, 'some', 'column'
  from pg_class c join pg_attribute a on a.attrelid = c.oid
 where c.relname = 'v' and a.attname = 'typed'
    or c.relname = 'm' and a.attname = 'a'
    or c.relname = 'pair' and a.attname = 'b';
insert into pg_catalog.pg_seclabel (classoid, objoid, objsubid, provider, label)
select 'pg_class'::regclass, c.oid, 0, 'Odd "provider', 'it''s \ after' from pg_class c
 where c.relname in ('t', 'v', 'm', 'f', 'q', 'numbered_id_seq')
union all
select 'pg_class'::regclass, c.oid, 0, 'another', 'x' from pg_class c where c.relname = 't'
union all
select 'pg_namespace'::regclass, oid, 0, 'some', 'x' from pg_namespace where nspname in ('S "1', 'public')
union all
select 'pg_type'::regclass, oid, 0, 'some', 'x' from pg_type where typname in ('mood', 'pair', 'positive')
union all
select 'pg_proc'::regclass, oid, 0, 'some', 'x' from pg_proc where proname in ('fn', 'pr', 'ag')
union all
select 'pg_publication'::regclass, oid, 0, 'some', 'x' from pg_publication where pubname = 'p';
