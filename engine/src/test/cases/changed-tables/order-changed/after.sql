-- table public.u
create table public.u (id int primary key, t int);
create index on public.u (t);
-- table public.t
create table public.t (id int primary key, a text);
