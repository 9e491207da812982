create function f(a int) returns int language sql immutable as 'select a + 1';
create function f(a text) returns int language sql immutable as 'select 2';
create function g() returns bigint language sql as 'select f(1)::bigint';
create procedure p(x text, y int default 3) language plpgsql as $$begin raise notice '% $ %', x, y; end$$;
create table t (a int, b int default f('x'::text));
