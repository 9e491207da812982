-- generated enum mood
create type public.mood as enum ('sad', 'glad');
-- table public.t
create table public.t (id int primary key, a text, mood public.mood not null default 'sad', constraint a_or_b check (a is not null));
create unique index t_a on public.t (lower(a)) where mood = 'sad';
create statistics public.t_s on a, mood from public.t;
alter table public.t enable row level security;
comment on table public.t is 'the t';
comment on column public.t.a is 'the a';
grant select, insert on table public.t to public;
-- table public.t
create policy mine on public.t for select to public using (a = current_user);
-- table public.u
create table public.u (id int primary key, t int);
create index on public.u (t);
-- table public.u with public.t
alter table public.u add foreign key (t) references public.t (id) on delete cascade;
-- generated policy
