create function f() returns text language plpgsql as $body$
begin
  execute $q$ select ';' || $$;$$ $q$;
  return '$other$';
end;
$body$;
select a$b$c, $1, $$x;$$ , $ü$;$ü$;
select 1;
