create table public.t (id integer, region text) partition by list (region);
create table public.t_a partition of public.t for values in ('a');
create table public.t_b partition of public.t for values in ('b');
alter table public.t add constraint positive check (id > 0) not valid;
create table public.t_c partition of public.t for values in ('c');
