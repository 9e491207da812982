-- slipway: renamed: type "S 2".r from public.r
-- slipway: renamed: type s."Other" from public.named
create schema s;
create schema "S 2";
create type "S 2".r as range (subtype = int);
create type s."Other" as range (subtype = date, multirange_type_name = "S 2"."Many");
create table public.t (a "S 2".r default '[1,2)', b s."Other", c "S 2".r_multirange);
create view public.v as select "S 2".r(1, 2) as a, a as b from public.t;
create type public.changed as range (subtype = bigint, multirange_type_name = s."Changes");
create table public.u (a public.changed);
