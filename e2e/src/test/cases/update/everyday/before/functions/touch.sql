CREATE OR REPLACE FUNCTION public.touch()
 RETURNS integer
 LANGUAGE sql
AS $function$ select 1 $function$;
