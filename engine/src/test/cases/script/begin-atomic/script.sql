create or replace function f(a int) returns int
language sql
begin atomic
  select 1;
  select case when a > 0 then case a when 1 then 2 else 3 end else 4 end;
  select (case when true then 1 end) as "end";
  select 1 as end;
end;
create procedure p() begin atomic insert into t values (1); end;
create function begin_atomic() returns int language sql as 'select 1';
begin;
select case when true then 1 end;
end;
