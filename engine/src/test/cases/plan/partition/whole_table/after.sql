create table public.t (id int not null, a text, primary key (id)) partition by range (id);
create table public.t1 partition of public.t for values from (1) to (100);
create index t_a on public.t (a);
create view public.v as select * from public.t;
create table public.r (id int references public.t);
create table public.q (id int primary key);
create table public.q1 (id int primary key);
create table public.s (id serial primary key) partition by range (id);
