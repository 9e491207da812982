create table booking (id integer primary key, room integer, during tsrange, canceled boolean not null);
insert into booking values
  (1, 1, '[2026-01-01, 2026-01-10)', false),
  (2, 1, '[2026-01-02, 2026-01-03)', false),
  (3, 1, '[2026-01-05, 2026-01-06)', false),
  (4, 2, '[2026-01-02, 2026-01-03)', false),
  (5, 1, '[2026-01-04, 2026-01-08)', true),
  (6, null, '[2026-01-02, 2026-01-03)', false);
create table code (id integer primary key, word text);
insert into code values (1, 'a'), (2, 'A'), (3, 'b'), (4, null), (5, null);
create table shift (days daterange);
insert into shift values ('[2026-01-01, 2026-01-05)'), ('(,2026-01-02)'), ('[2026-02-01, 2026-02-02)');
create table area (place box);
insert into area values (box '(0,0),(2,2)'), (box '(1,1),(3,3)'), (box '(5,5),(6,6)'), (null), (null);
create table seat (id integer primary key, "other" circle, taken boolean);
insert into seat values (1, circle '<(0,0),2>', true), (2, circle '<(1,0),2>', true), (3, circle '<(0,1),2>', false), (4, circle '<(9,9),1>', true);
