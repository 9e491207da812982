insert into mark select case last_value when 1 then 'first' else 'again' end from counter;
select setval('counter', 5);
update todo set text = clock_timestamp()::text;
