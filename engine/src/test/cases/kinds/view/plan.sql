drop materialized view public.mgone; -- ACCESS_EXCLUSIVE on view public.mgone -- SLIP106:public.mgone
drop view public.gone; -- ACCESS_EXCLUSIVE on view public.gone
alter materialized view public.m set (fillfactor = '80'); -- SHARE_UPDATE_EXCLUSIVE on view public.m
create view public.nums as
WITH RECURSIVE nums(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (nums_1.n + 1)
           FROM nums nums_1
          WHERE (nums_1.n < 5)
        )
 SELECT n
   FROM nums;
alter view public.off reset (security_invoker); -- ACCESS_EXCLUSIVE on view public.off
alter view public.options reset (security_barrier); -- ACCESS_EXCLUSIVE on view public.options
alter view public.options set (security_invoker = 'on', check_option = 'cascaded'); -- ACCESS_EXCLUSIVE on view public.options
create view public.plain_values as
VALUES (1,'x'::text);
create view public.text_of as
SELECT 'a;b''c\d'::text AS t,
    '--'::text AS c;
create view public.unions as
SELECT 1 AS "ü",
    2 AS select_
UNION ALL
 SELECT t.id AS "ü",
    t.n AS select_
   FROM public.t;
create materialized view public.mdeep as
SELECT "ü",
    select_
   FROM public.unions;
create or replace view public.v as
SELECT id,
    "na ""me",
    n AS "a.b"
   FROM public.t; -- ACCESS_EXCLUSIVE on view public.v
create view public.array_of as
SELECT ARRAY( SELECT v.*::public.v AS v
           FROM public.v) AS vs;
create view public.vals as
SELECT column1 AS a,
    column2 AS "B b"
   FROM (VALUES (1,'x'::text), (2,'y'::text)) "*VALUES*";
revoke update (id) on table public."on V.v" from anna;
comment on materialized view public.mdeep is 'mdeep'; -- SHARE_UPDATE_EXCLUSIVE on view public.mdeep
comment on view public.v is 'v2'; -- SHARE_UPDATE_EXCLUSIVE on view public.v

-- back
comment on view public.v is 'v';
comment on materialized view public.mdeep is null;
grant update (id) on table public."on V.v" to anna;
drop view public.vals;
drop view public.array_of;
drop view public."on V.v";
drop view public.v;
create view public.v as
SELECT id,
    "na ""me"
   FROM public.t;
create view public."on V.v" as
SELECT id,
    "na ""me"
   FROM public.v;
CREATE TRIGGER fire INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.fire();
grant select (id), update (id) on table public."on V.v" to anna;
grant select on table public.v to anna;
comment on view public.v is 'v';
comment on column public.v.id is 'v.id';
drop materialized view public.mdeep;
drop view public.unions;
drop view public.text_of;
drop view public.plain_values;
alter view public.options reset (security_invoker);
alter view public.options set (security_barrier = 'true', check_option = 'local');
alter view public.off set (security_invoker = 'false');
drop view public.nums;
alter materialized view public.m set (fillfactor = '70');
create view public.gone as
SELECT 1 AS one;
create materialized view public.mgone as
SELECT id
   FROM public.t;
