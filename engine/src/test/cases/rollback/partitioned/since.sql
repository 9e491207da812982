insert into event values (2, '2026-02-03', null), (-1, '2025-02-04', 'c');
