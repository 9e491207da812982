create type mood as enum ('sad', 'ok', 'it''s "fine"');
create type pair as (a int, b text);
create domain short as text check (length(value) < 100);
create type span as range (subtype = int4);
create table everything (
  id bigint generated always as identity primary key,
  small smallint, whole integer, number numeric(20, 4), exact real, wide double precision,
  t text, v varchar(20), c char(5), n name, b bytea, f boolean,
  d date, ti time, tz timetz, ts timestamp, tsz timestamptz, i interval,
  u uuid, j json, jb jsonb, x xml, m mood, p pair, s short, r span, mr int4multirange,
  net inet, cid cidr, mac macaddr, bits bit(4), varbits bit varying, mon money,
  pt point, li line, se lseg, bo box, pa path, po polygon, ci circle,
  tv tsvector, tq tsquery, arr int[], arr2 text[][], moods mood[], pairs pair[],
  doubled integer generated always as (whole * 2) stored
);
insert into everything (small, whole, number, exact, wide, t, v, c, n, b, f, d, ti, tz, ts, tsz, i, u, j, jb, x, m, p, s, r, mr,
  net, cid, mac, bits, varbits, mon, pt, li, se, bo, pa, po, ci, tv, tq, arr, arr2, moods, pairs)
select 1, g, g / 7.0, 1.1, pi(), E'tab\there\nline \\ back ' || g, 'ä€😀', 'x', 'name', '\x00ff0a0d5c', g % 2 = 0,
  '2024-02-29', '23:59:59.999999', '12:00+02', '2024-01-01 00:00:00.000001', '2024-01-01 00:00:00+05', '1 year 2 mons -3 days 04:05:06.7',
  md5(g::text)::uuid, '{"a": [1, null]}', '{"b": {"c": "\u20ac"}}', '<a>b</a>', 'it''s "fine"', row(g, 'q"uo,te')::pair, 's', '[1,5)', '{[1,3),[7,9)}',
  '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', '1010', '101', 12.34, '(1,2)', '{1,2,3}', '[(0,0),(1,1)]', '((0,0),(1,1))', '[(0,0),(1,1)]', '((0,0),(1,1),(1,0))', '<(0,0),1>',
  'a fat cat', 'fat & cat', '{1,NULL,3}', '{{"a","b"},{NULL,"NULL"}}', '{sad,ok}', array[row(1,'x')::pair, null]
from generate_series(1, 500) g;
insert into everything (whole) values (null), (0);
insert into everything (exact, wide) values ('NaN', 'Infinity'), ('-Infinity', 'NaN');
insert into everything (d, ts) values ('infinity', '-infinity');
insert into everything (t) values (''), ('\.'), ('\N');
