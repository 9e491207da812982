create schema booking;
create type booking.mood as enum ('happy', 'so so');
create type alone as enum ('one');
create domain booking.mail as text collate "C" default 'x@y' not null check (value like '%@%');
comment on domain booking.mail is 'an "address"';
create domain booking.work_mail as booking.mail constraint work check (value like '%work') constraint short check (length(value) < 40);
create domain share as numeric(5, 4) default 0.5 check (value >= 0) check (value <= 1);
create domain moods as booking.mood[];
create domain feeling as booking.mood default 'happy';
create domain late as integer;
alter domain late add constraint later check (value > 0) not valid;
create domain elsewhere as booking.mail check (value <> '');
create domain "Odd ""one" as varchar(3);
create type booking.address as (
  street text, zip varchar(10), mood booking.mood, position float8[], mail booking.mail, mails booking.work_mail[]);
comment on type booking.address is 'where one lives';
comment on column booking.address.zip is 'or postcode';
create type everything as (
  a smallint, b integer, c bigint, d numeric, e numeric(4, 2), f real, g text, h varchar, i char(3), j boolean,
  k bytea, l date, m time, n timetz(2), o timestamp, p timestamptz(3), q interval, r uuid, s json, t jsonb, u xml,
  v inet, w cidr, x point, y int4range, z tstzmultirange, aa bytea[], ab varchar(5)[], ac numeric(3, 1)[], ad bit(4),
  ae macaddr, home booking.address, homes booking.address[], "toString" text, "class" text, "userId" int, user_id int,
  af alone, ag tstzrange[]);
create type collated as (name text collate "C");
create type used_in_sql as (id integer);
create table typed of used_in_sql;
create sequence booking.invoice_number start 1000 cache 10;
comment on sequence booking.invoice_number is 'never twice';
grant usage, select on sequence booking.invoice_number to clerk;
grant usage on sequence booking.invoice_number to public;
create sequence down as smallint increment -1 minvalue -100 maxvalue 10 start 5 cycle;
create unlogged sequence "Lost one" as integer;
create sequence far start 3000000000;
create table people (
  id integer not null default nextval('booking.invoice_number'), mail booking.mail, work booking.work_mail not null,
  part share, all_moods moods, feels feeling, home booking.address not null, homes booking.address[],
  rest collated, everything everything, counted smallint not null default nextval('down'), odd "Odd ""one", late late);
alter sequence down owned by people.counted;
create table odd (a text, n serial) partition by range (a collate "C");
comment on column collated.name is 'sorted by bytes';
create view names as select mail from people;
comment on column names.mail is 'of people';
