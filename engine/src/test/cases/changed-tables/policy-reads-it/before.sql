-- table public.t
create table public.t (id int primary key, a text);
-- table public.u
create table public.u (id int primary key, t int);
create index on public.u (t);
-- table public.u with public.t
alter table public.u add foreign key (t) references public.t (id) on delete cascade;
-- table public.u
create policy p on public.u using (t in (select id from public.t));
