insert into sample values (1, '2026-12-24 00:00', 5);
