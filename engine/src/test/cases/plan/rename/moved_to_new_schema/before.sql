create table public.t (a int);
create view public.v as select a from public.t;
create type public.mood as enum ('a');
