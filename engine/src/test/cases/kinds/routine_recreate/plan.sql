set check_function_bodies = off;
drop view public.uses; -- ACCESS_EXCLUSIVE on view public.uses
drop function public.result(integer);
drop function public.outs(integer);
drop function public.named(integer);
drop function public.kind(integer);
drop function public.defaulted(integer);
CREATE OR REPLACE FUNCTION public."We ""ird(x).f"(a integer, "b c" public.mood, "mood(" public.t)
 RETURNS integer
 LANGUAGE sql
AS $function$ select a $function$;
CREATE OR REPLACE FUNCTION public.atomic(a integer)
 RETURNS public.mood
 LANGUAGE sql
BEGIN ATOMIC
 SELECT 'good'::public.mood AS mood
    FROM public.t
   WHERE (t.id = atomic.a);
END;
CREATE OR REPLACE FUNCTION public.defaulted(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.expression(a integer)
 RETURNS integer
 LANGUAGE sql
RETURN (a + 1);
CREATE OR REPLACE PROCEDURE public.kind(IN a integer)
 LANGUAGE sql
AS $procedure$ select $1 $procedure$;
CREATE OR REPLACE FUNCTION public.named(b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.outs(a integer, OUT c integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.result(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$ select a::bigint $function$;
CREATE OR REPLACE FUNCTION public.tabled(a integer)
 RETURNS TABLE(x integer, "y z" text)
 LANGUAGE sql
AS $function$ select 1, 'a' $function$;
create view public.uses as
SELECT public.result(id) AS r,
    public.named(id) AS n
   FROM public.t;
grant execute on routine public.result(integer) to anna;
revoke execute on routine public.result(integer) from public;
comment on routine public.result(integer) is 'result';
comment on view public.uses is 'uses'; -- SHARE_UPDATE_EXCLUSIVE on view public.uses
drop function public.gone(public.mood[], text[]);
drop procedure public.gone(integer);
drop function public."We ""ird(x).f"(integer, public.mood);

-- back
set check_function_bodies = off;
CREATE OR REPLACE FUNCTION public."We ""ird(x).f"(a integer, "b c" public.mood)
 RETURNS integer
 LANGUAGE sql
AS $function$ select a $function$;
CREATE OR REPLACE PROCEDURE public.gone(IN a integer, OUT b text)
 LANGUAGE sql
AS $procedure$ select 'x' $procedure$;
CREATE OR REPLACE FUNCTION public.gone(a public.mood[], VARIADIC b text[])
 RETURNS SETOF public.t
 LANGUAGE sql
AS $function$ select * from t $function$;
comment on view public.uses is null;
comment on routine public.result(integer) is null;
grant execute on routine public.result(integer) to public;
revoke execute on routine public.result(integer) from anna;
drop view public.uses;
drop function public.tabled(integer);
drop function public.result(integer);
drop function public.outs(integer);
drop function public.named(integer);
drop procedure public.kind(integer);
drop function public.expression(integer);
drop function public.defaulted(integer);
drop function public.atomic(integer);
drop function public."We ""ird(x).f"(integer, public.mood, public.t);
CREATE OR REPLACE FUNCTION public.defaulted(a integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.kind(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.named(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.outs(a integer, OUT b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select $1 $function$;
CREATE OR REPLACE FUNCTION public.result(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ select a $function$;
grant execute on routine public.result(integer) to anna;
revoke execute on routine public.result(integer) from public;
comment on routine public.result(integer) is 'result';
create view public.uses as
SELECT public.result(id) AS r,
    public.named(id) AS n
   FROM public.t;
comment on view public.uses is 'uses';
