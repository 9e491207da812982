-- What each case starts from, unless it has a before.sql of its own.
create schema auth;
create function auth.uid() returns uuid language sql stable as 'select null::uuid';
create schema legacy;
create table legacy.entry (id bigint primary key);
create type public.mood as enum ('sad', 'ok');
create domain public.amount as numeric(12, 2);
create sequence public.ticket_number;
create table public.account (
  id bigint generated always as identity primary key,
  email text,
  name character varying(200),
  age integer,
  city text not null default 'Oslo',
  mood public.mood,
  owner uuid,
  created timestamp with time zone
);
create index account_by_email on public.account (email);
create table public.invoice (
  id bigint primary key,
  account bigint,
  total public.amount,
  note text
);
alter table public.invoice add constraint total_known check (total is not null) not valid;
create table public.booking (room integer, during tsrange);
create table public.event (at date not null, what text) partition by range (at);
create table public.event_2026 partition of public.event
  for values from ('2026-01-01') to ('2027-01-01');
create materialized view public.by_city as select city, count(*) from public.account group by city;
create table public.secret (id bigint primary key, owner uuid);
