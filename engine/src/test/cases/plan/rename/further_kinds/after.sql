-- slipway: renamed: composite type public."P 2" from public.pair
-- slipway: renamed: domain public.above from public.positive
-- slipway: renamed: domain constraint public.above.more from above_zero
-- slipway: renamed: range type public.spans from public.span
-- slipway: renamed: statistics public.counted from public.st
-- slipway: renamed: rule public.t."Hush" from quiet
-- slipway: renamed: event trigger watches from et
-- slipway: renamed: foreign data wrapper wraps from w
-- slipway: renamed: foreign server serves from s
create type "P 2" as (a int, b text);
create domain above as int constraint more check (value > 0);
create type spans as range (subtype = float8, multirange_type_name = span_multirange);
create table t (a int, b int, p "P 2", d above, r spans);
create statistics counted on a, b from t;
create view v as select a from t;
create rule "Hush" as on delete to t do instead nothing;
create function fn() returns event_trigger language plpgsql as 'begin end';
create event trigger watches on ddl_command_end execute function fn();
create foreign data wrapper wraps;
create server serves foreign data wrapper wraps;
create foreign table far (id int) server serves;
comment on type "P 2" is 'kept';
comment on constraint more on domain above is 'kept';
comment on rule "Hush" on t is 'kept';
comment on server serves is 'kept';
grant usage on foreign server serves to anna;
grant usage on type spans to anna;
