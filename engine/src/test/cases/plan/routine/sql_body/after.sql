create table t (a int, c bigint);
create function base(d int) returns int language sql immutable return d;
create function upon(a int default base(3)) returns int language sql immutable return base(a) + 1;
create function twice(a int) returns bigint language sql begin atomic
  select count(*) from t where c = twice.a;
  select upon(a) + 2 from t;
end;
create procedure puts(a int) language sql begin atomic insert into t (a, c) select a, 1 where 'x;'::varchar in ('a', 'b'); end;
create view v as select upon(a) as a from t;
