--- immutable needs enum
create function {@immutable}(v {@enum}) returns text immutable language sql as 'select null::text'
--- or
create function {@immutable}(v {@enum}) returns text immutable strict parallel safe cost 7 language sql return {'immutable}
--- or
create function {@immutable}(v {@enum}) returns text immutable language plpgsql set application_name = {'body} as 'begin return null; end'; comment on function {@immutable}({@enum}) is {'immutable}
--- defaults
create function {@defaults}({a} int default 1, {b} text default {'b}, variadic {c} int[] default '{}') returns int language sql as 'select 1'
--- or
create function {@defaults}({a} int, {b} text default 'x', variadic {c} int[] default null) returns int language sql as 'select 1'
--- or
create function {@defaults}({b} int, {a} text, variadic {c} int[]) returns int stable security definer set search_path = pg_catalog set work_mem to '8MB' language sql as 'select 2'
--- or
create function {@defaults}(int, text, int[]) returns bigint language sql as 'select 1'; revoke execute on function {@defaults}(int, text, int[]) from public; grant execute on function {@defaults}(int, text, int[]) to {r1}
--- overload
create function {@defaults}(text) returns text language sql as 'select null::text'
--- or
create function {@defaults}({a} text, out {b} int, out {c} text) language sql as 'select 1, null::text'
--- row_function needs t_id
create function {@row_function}(r {@t}) returns int language sql stable as 'select 1'
--- or
create function {@row_function}(r {@t}) returns setof {@t} language plpgsql stable rows 7 as 'begin end'; alter function {@row_function}({@t}) owner to {r1}
--- standard needs t_id
create function {@standard}() returns bigint language sql begin atomic select count({id}) from {@t}; end
--- or
create function {@standard}() returns bigint language sql begin atomic insert into {@t} default values; select count(*) from {@t} as {alias} where {alias}.{id} > 1; end
--- standard_view needs standard
create view {@standard_view} as select {@standard}() as {a}
--- table_function
create function {@table_function}() returns table ({a} int, {b} text) language sql as 'select 1, null::text'
--- or
create function {@table_function}() returns table ({a} int, {b} text, {c} date) language sql as 'select 1, null::text, null::date'
--- procedure
create procedure {@procedure}({a} int) language plpgsql as 'begin end'
--- or
create procedure {@procedure}({a} int, inout {b} text) language plpgsql as 'begin end'; comment on procedure {@procedure}(int, text) is {'procedure}
--- or
create procedure {@procedure}({b} int) language sql security definer as 'select 1'; grant execute on procedure {@procedure}(int) to {r2}
--- aggregate
create aggregate {@aggregate}(int) (sfunc = int4pl, stype = int)
--- or
create aggregate {@aggregate}(int) (sfunc = int4pl, stype = int, initcond = '5', parallel = safe, combinefunc = int4pl)
--- or
create aggregate {@aggregate}(int) (sfunc = int4larger, stype = int, sortop = >); comment on aggregate {@aggregate}(int) is {'aggregate}; grant execute on function {@aggregate}(int) to {r1} with grant option
--- aggregate_view needs aggregate
create view {@aggregate_view} as select {@aggregate}(n) as {a} from generate_series(1, 3) as g(n)
--- same needs enum
create function {@same}(a {@enum}, b {@enum}) returns boolean language sql immutable as 'select true'
--- operator needs same
create operator {#operator}.=== (function = {@same}, leftarg = {@enum}, rightarg = {@enum})
--- or
create operator {#operator}.=== (function = {@same}, leftarg = {@enum}, rightarg = {@enum}, commutator = operator({#operator}.===), restrict = eqsel)
--- or
create operator {#operator}.=== (function = {@same}, leftarg = {@enum}, rightarg = {@enum}, restrict = neqsel, join = neqjoinsel); comment on operator {#operator}.=== ({@enum}, {@enum}) is {'operator}
--- operator_view needs operator
create view {@operator_view} as select 'a'::{@enum} operator({#operator}.===) 'a' as {a}
--- family
create operator family {@family} using btree
--- or
create operator family {@family} using btree; alter operator family {@family} using btree add operator 1 < (int8, int4), operator 5 > (int8, int4), function 1 (int8, int4) btint84cmp(int8, int4); comment on operator family {@family} using btree is {'family}
--- class needs family
create operator class {@class} for type int using btree family {@family} as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int)
--- or
create operator class {@class} for type int using btree as operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 btint4cmp(int, int); comment on operator class {@class} using btree is {'class}
--- class_index needs class
create table {@classy} (n int); create index {classy_index} on {@classy} (n {@class})
--- touch
create function {@touch}() returns trigger language plpgsql as 'begin return new; end'
--- or
create function {@touch}() returns trigger language plpgsql security definer as 'begin return null; end'
