-- The log, as it was.
insert into log values (1), (2);
