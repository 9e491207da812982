-- generated table t
create table public.t (id int, a text) partition by range (id);
create table public.t1 partition of public.t for values from (1) to (9);
