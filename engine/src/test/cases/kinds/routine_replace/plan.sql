set check_function_bodies = off;
CREATE OR REPLACE FUNCTION public.add(a integer, b integer DEFAULT 7)
 RETURNS integer
 LANGUAGE sql
 STRICT COST 7
AS $function$ select a + b /* $$ ; ' \ */ $function$;
CREATE OR REPLACE FUNCTION public.label(a text, b text DEFAULT 'x'') DEFAULT ("'::text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'My Schema'
AS $function$ begin return a || b; end $function$;
CREATE OR REPLACE PROCEDURE public.tidy(INOUT n integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
AS $procedure$ begin n := 2; end $procedure$; -- SLIP411:public.tidy(integer)

-- back
set check_function_bodies = off;
CREATE OR REPLACE PROCEDURE public.tidy(INOUT n integer)
 LANGUAGE plpgsql
AS $procedure$ begin n := 1; end $procedure$;
CREATE OR REPLACE FUNCTION public.label(a text, b text DEFAULT 'x, y DEFAULT z'::text)
 RETURNS text
 LANGUAGE sql
AS $function$ select a || b $function$;
drop view public.sums;
drop function public.add(integer, integer);
CREATE OR REPLACE FUNCTION public.add(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select a + b $function$;
create view public.sums as
SELECT public.add(1, 2) AS three;
