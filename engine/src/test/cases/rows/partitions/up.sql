delete from event where id in (1, 20);
update event set at = at + 20 where id = 3;
update event set what = 'x' where id > 5;
delete from event_2 where id = 15;
truncate event_1 cascade;
