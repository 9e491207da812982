create function f(a int) returns int language sql immutable as 'select a';
create function g() returns int language sql as 'select f(1)';
create procedure p(x text) language plpgsql as $$begin raise notice '%', x; end$$;
create table t (a int, b int default f(3));
