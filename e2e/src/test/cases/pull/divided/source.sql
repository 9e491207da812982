create schema booking;
create table people (
  id serial primary key, code text not null default 'x', born date,
  total int generated always as (1 + 1) stored, constraint lives check (born > '1900-01-01'));
create table guests (until date, check (until > '2000-01-01')) inherits (people);
create table members (primary key (id), unique (code)) inherits (people);
comment on column members.code is 'said by SQL';
create table founders (since date) inherits (members);
create table shared (note text);
create table "both" (extra int) inherits (guests, shared);
create table loose (code text default 'y') inherits (people);
alter table loose alter column born set default '2000-01-01';
create table booking.visits (
  id bigint generated always as identity, day date not null default now(), country varchar(2) not null,
  p int references people, constraint vp check (id > 0), primary key (id, day, country))
  partition by range (day);
create index on booking.visits (country);
create unique index uq on booking.visits (day, id, country);
create table booking.visits_old partition of booking.visits
  for values from (minvalue) to ('2026-01-01') with (fillfactor = 100);
create table booking.visits_2026 partition of booking.visits
  for values from ('2026-01-01') to ('2027-01-01') partition by list (country);
comment on table booking.visits_2026 is 'this year';
create table booking.visits_2026_eu partition of booking.visits_2026 for values in ('de', 'f''', null);
create table booking.visits_2026_rest partition of booking.visits_2026 default partition by hash (id);
create unlogged table booking.r0 partition of booking.visits_2026_rest for values with (modulus 2, remainder 0);
create table booking.r1 partition of booking.visits_2026_rest for values with (modulus 2, remainder 1);
create index on booking.r1 (p);
grant select on booking.r1 to public;
create table public.later (like booking.visits including defaults including constraints);
alter table later add primary key (id, day, country);
alter table booking.visits attach partition public.later for values from ('2027-01-01') to (maxvalue);
create table only_here (id int, amount numeric, ok boolean, at timestamptz) partition by range (amount, (id + 1));
create table "Low ""ones" partition of only_here for values from (-1.5, minvalue) to (10, 5);
create table high partition of only_here for values from (10, 5) to (3000000000, -7);
create index high_idx on high (id);
create table "partitions" ("partitions" boolean) partition by list ("partitions");
create table yes partition of "partitions" for values in (true);
create table no partition of "partitions" for values in (false, null);
create table odd (a int, b text) partition by range (lower(b) collate "C");
create table odd_one partition of odd for values from ('a') to ('b');
create table empty (a int, b text) partition by hash (a, lower(b));
create table restored (b text, a int);
alter table empty add constraint positive check (a > 0);
alter table restored add constraint positive check (a > 0);
alter table empty attach partition restored for values with (modulus 3, remainder 0);
create table guarded partition of empty for values with (modulus 3, remainder 1);
alter table guarded enable row level security;
create policy p on guarded using (true);
