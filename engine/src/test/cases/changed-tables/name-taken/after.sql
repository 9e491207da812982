-- table public.t
create table public.t (id int primary key, a text);
create index on public.t (a);
-- table public.x
create table public.x (id int, a text);
create index t_a_idx on public.x (a);
