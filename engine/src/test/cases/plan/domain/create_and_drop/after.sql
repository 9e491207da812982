create schema types;
create function types.is_even(int) returns boolean language sql immutable return $1 % 2 = 0;
create domain types."Even ""No""" as int not null default 2
  constraint "a check" check (value > 0) constraint even check (types.is_even(value));
comment on domain types."Even ""No""" is 'It''s even';
comment on constraint even on domain types."Even ""No""" is 'See the function';
revoke usage on type types."Even ""No""" from public;
create domain types.narrow as types."Even ""No""" check (value < 10);
create domain types.texts as text[] collate "C" check (cardinality(value) > 0);
create table t (id int primary key, c types.narrow, d types."Even ""No"""[]);
create function f(a types.narrow default 4) returns types.texts language sql as 'select null::types.texts';
