do $$ begin
  update event set at = at + 20 where id = 3;
  delete from event_2 where id = 20;
  update event set what = 'x' where id < 6;
  update event_1 set what = 'y' where id = 5;
  delete from event where id = 3;
end $$;
do $$ begin truncate event_1; delete from event where id > 22; end $$;
do $$ begin truncate event; end $$;
