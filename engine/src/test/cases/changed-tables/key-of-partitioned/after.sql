-- generated table u
create table public.u (t int) partition by range (t);
create table public.u1 partition of public.u for values from (1) to (9);
-- table public.t
create table public.t (id int primary key, a varchar(20) not null default 'x' check (length(a) > 1), b int);
-- table public.u with public.t
alter table public.u add foreign key (t) references public.t (id);
