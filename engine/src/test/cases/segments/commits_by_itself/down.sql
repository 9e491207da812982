do $$ begin delete from n; commit; end $$;
drop procedure p;
drop table n;
