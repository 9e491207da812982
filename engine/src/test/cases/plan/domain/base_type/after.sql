create domain amount as bigint default 1 constraint positive check (value > 0);
comment on domain amount is 'An amount';
comment on constraint positive on domain amount is 'More than nothing';
revoke usage on type amount from public;
create domain small_amount as amount check (value < 10);
create type pair as (a amount, b text);
create function double(amount) returns amount language sql immutable return $1 * 2;
create function untouched(text) returns text language sql as 'select $1';
create table item (
  id int primary key,
  amount amount not null default 5,
  amounts amount[] default '{1,2}',
  small small_amount,
  pair pair,
  doubled int generated always as (amount * 2) stored,
  check (amount::int < 100),
  constraint d check (double(amount) > 0));
create index on item (amount);
create index on item (id) where amount = 3::amount;
create view v as select double(amount) as a, small, (pair).b from item;
create materialized view m as select amount from item;
create policy p on item using (amount > 1);
alter table item enable row level security;
