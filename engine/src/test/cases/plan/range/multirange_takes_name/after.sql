create type public.other as range (subtype = bigint, multirange_type_name = span_multirange);
create table public.t (id integer primary key, code integer not null);
create table public.c (code integer, note text);
