create table t (a int, b int);
create function base(a int) returns int language sql immutable return a;
create function upon(a int default base(2)) returns int language sql immutable return base(a) + 1;
create function twice(a int) returns bigint language sql begin atomic
  select count(*) from t where b = twice.a;
  select upon(a) + 1 from t;
end;
create procedure puts(a int) language sql begin atomic insert into t (a, b) select a, 1 where 'x;'::varchar in ('a', 'b'); end;
create view v as select upon(a) as a from t;
