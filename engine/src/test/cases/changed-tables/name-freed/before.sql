-- table public.t
create table public.t (id int primary key, a text);
create index t_c_idx on public.t (a);
-- table public.t_c
create table public.t_c (a text);
-- table public.tt
create table public.tt (c text);
alter table public.tt rename to t_d;
create index on public.t_d (c);
alter index public.t_d_c_idx rename to t_c_idx1;
