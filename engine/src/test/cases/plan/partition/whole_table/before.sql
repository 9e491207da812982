create table public.t (id int not null, a text, primary key (id));
create index t_a on public.t (a);
create view public.v as select * from public.t;
create table public.r (id int references public.t);
create table public.q (id int primary key) partition by list (id);
create table public.q1 partition of public.q for values in (1);
create table public.s (id serial primary key);
