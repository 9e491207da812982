create table t (a int);
create function f() returns bigint language sql as 'select count(*) from public.t';
create function r() returns setof t language sql as 'select * from public.t';
