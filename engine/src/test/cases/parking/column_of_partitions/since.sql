insert into event values (3, '2026-03-03');
