-- slipway: renamed: sequence public."Number" from number
-- slipway: renamed: type public.feeling from mood
-- slipway: renamed: constraint public.t.positive from a_is_positive
-- slipway: renamed: index public.by_b from t_b
-- slipway: renamed: policy public.t."read it" from reading
-- slipway: renamed: function public.stamp() from touch
-- slipway: renamed: trigger public.t.stamped from before_row
-- slipway: renamed: view public.w from v
-- slipway: renamed: materialized view public.mw from mv
-- slipway: renamed: publication updates from news
create sequence "Number";
create type feeling as enum ('sad', 'glad');
create table t (a int constraint positive check (a > 0), b text, m feeling);
create index by_b on t (b);
alter table t enable row level security;
create policy "read it" on t for select using (a > 1);
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create trigger stamped before update on t for each row execute function stamp();
create view w as select a, b from t;
create materialized view mw as select a from t;
create publication updates for table t;
comment on function stamp() is 'touches';
grant select on w to public;
comment on trigger stamped on t is 'stamps';
