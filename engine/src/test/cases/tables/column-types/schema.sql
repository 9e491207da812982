create table every_type (
  small smallint, whole integer, big bigint, exact numeric, money_like numeric(12, 2), negative_scale numeric(4, -2),
  single real, twice double precision,
  words text, short_words varchar(40), any_words varchar, code char(3), one char,
  yes boolean, bytes bytea, day date, clock time, clock_3 time(3), clock_zone timetz, moment timestamp, moment_0 timestamp(0),
  instant timestamptz, instant_3 timestamptz(3), span interval, span_days interval day to second(3),
  id uuid, plain json, binary_json jsonb, address inet, network cidr, hardware macaddr,
  bits bit(5), more_bits bit varying(7), cash money, document tsvector, question tsquery, place point, numbers int4range,
  tags text[], matrix integer[][], codes varchar(3)[], moments timestamptz(3)[]
);
create table nothing ();
