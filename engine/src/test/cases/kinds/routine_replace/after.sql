create function add(a int, b int default 7) returns int language sql strict cost 7 as $_$ select a + b /* $$ ; ' \ */ $_$;
create function label(a text, b text default 'x'') DEFAULT ("') returns text language plpgsql
  set search_path to 'pg_catalog', "My Schema" as $$ begin return a || b; end $$;
create procedure tidy(inout n int) language plpgsql security definer as $$ begin n := 2; end $$;
create view sums as select add(1, 2) as three;
