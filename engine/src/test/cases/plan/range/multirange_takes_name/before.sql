create type public.span as range (subtype = integer);
create table public.t (id integer primary key, code integer not null);
create unique index t_code on public.t (code);
alter table public.t add constraint t_code_key unique (code);
create table public.c (code integer references public.t (code), note text);
