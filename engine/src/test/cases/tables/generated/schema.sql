create function public.twice(a int) returns int language sql immutable as 'select a * 2';
create table generated (
  first_name text,
  last_name text,
  amount int,
  full_name text generated always as (first_name || ' ' || last_name) stored,
  lowered text generated always as (lower(last_name)) stored not null,
  doubled int generated always as (public.twice(amount)) stored
);
