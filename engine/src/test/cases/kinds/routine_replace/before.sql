create function add(a int, b int) returns int language sql immutable as $$ select a + b $$;
create function label(a text, b text default 'x, y DEFAULT z') returns text language sql as $$ select a || b $$;
create procedure tidy(inout n int) language plpgsql as $$ begin n := 1; end $$;
create view sums as select add(1, 2) as three;
