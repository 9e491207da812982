create schema s;
create schema "S 2";
create type public.r as range (subtype = int);
create type public.named as range (subtype = date);
create table public.t (a public.r default '[1,2)', b public.named, c public.r_multirange);
create view public.v as select public.r(1, 2) as a, a as b from public.t;
create type public.changed as range (subtype = int, multirange_type_name = s."Changes");
create table public.u (a public.changed);
