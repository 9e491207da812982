insert into visit values (3, '10:00');
