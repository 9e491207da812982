create table "My Table" (id integer primary key, "Room; no" integer, during tsrange);
insert into "My Table" values
  (1, 1, '[2026-01-01, 2026-01-02)'),
  (2, 1, '[2026-01-02, 2026-01-03)'),
  (3, 2, '[2026-01-01, 2026-01-10)'),
  (4, null, '[2026-01-01, 2026-01-10)'),
  (5, 1, 'empty'),
  (6, 1, 'empty'),
  (7, 1, null);
create table pair (a int4range, b integer);
insert into pair values ('[1,2)', 1), ('[1,2)', 1), ('[2,3)', 2), (null, 3), (null, 4);
create table spot (id integer primary key, at box);
insert into spot values (1, box '(0,0),(1,1)'), (2, box '(2,2),(3,3)'), (3, null), (4, null);
