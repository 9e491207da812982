create function mycmp(a int, c int) returns int language sql immutable as 'select btint4cmp(c, a)';
create operator family odd using btree;
comment on operator family odd using btree is 'kept';
alter operator family odd using btree add operator 1 < (int8, int4), operator 5 > (int8, int4), function 1 (int8, int4) btint84cmp(int8, int4);
create operator class reversed for type int using btree as operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 mycmp(int, int);
create table t (a int);
create index i on t using btree (a reversed);
comment on operator class reversed using btree is 'kept';
create operator class plain for type int using btree family odd as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create type pair as enum ('a', 'b');
create operator class "Odd ""class" default for type pair using btree as storage pair;
create operator family "Odd family" using gist;
create operator class distance for type point using gist family "Odd family" as
  operator 1 <<, operator 15 <-> (point, point) for order by float_ops,
  function 1 gist_point_consistent(internal, point, smallint, oid, internal),
  function 2 gist_box_union(internal, internal),
  function 3 gist_point_compress(internal),
  function 5 gist_box_penalty(internal, internal, internal),
  function 6 gist_box_picksplit(internal, internal),
  function 7 gist_box_same(box, box, internal),
  function 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal),
  storage box;
create operator class items for type int[] using gin as
  operator 1 && (anyarray, anyarray),
  function 1 btint4cmp(int, int),
  function 2 ginarrayextract(anyarray, internal, internal),
  function 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
  function 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
  storage int;
comment on operator family "Odd family" using gist is 'it''s';
