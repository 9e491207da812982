insert into reading values (4, 5.5, '2026-12-24', 4711, '{"z": 1}', 'sad', true);
insert into reading (id) values (5);
