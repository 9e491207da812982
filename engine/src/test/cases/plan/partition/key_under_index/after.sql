create table public.t (id integer, region text) partition by list (region);
create table public.t_a partition of public.t for values in ('a');
create table public.t_b partition of public.t for values in ('b');
alter table public.t add constraint positive check (id > 1) not valid;
create table public.t_c partition of public.t for values in ('c');
create unique index t_key on only public.t (region, id);
alter table public.t_a add constraint t_a_pkey primary key (region, id);
alter index public.t_key attach partition public.t_a_pkey;
