create table defaults (
  a int default 1,
  b text default 'x',
  c varchar(10) default 'y',
  d timestamptz default now(),
  e timestamptz default '2020-01-02 03:04:05+06',
  f interval default '1 day 02:03:04',
  g numeric(5, 2) default -1.50,
  h boolean default (not true),
  i jsonb default '{"a": [1, 2]}',
  j text[] default '{a,b}',
  k uuid default gen_random_uuid(),
  l bytea default '\x00ff',
  m text default 'back\slash and ''quote'' ',
  n date default current_date,
  o double precision default 0.1 + 0.2,
  p text default current_user,
  q int default null
);
