select rename('Dr. ');
call forget(1);
do $$
begin
  for i in 1..500 loop
    update counter set n = n + 1;
  end loop;
end $$;
update pet set name = 'x' where id in (2, 3);
do $$ begin truncate log; insert into log values ('new', 9); update log set at = 10; end $$;
select counts();
-- slipway: parked: off
do $$ begin update person set name = 'Mr. ' || name where id = 6; end $$;
set session_replication_role = replica;
do $$ begin update counter set n = -1; end $$;
