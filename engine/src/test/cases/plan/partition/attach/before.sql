create table public.event (id bigint not null, day date not null, note text, primary key (id, day)) partition by range (day);
create index event_note on public.event (note);
create table public.other (id bigint primary key);
alter table public.event add constraint event_other foreign key (id) references public.other;
create table public.a partition of public.event for values from ('2025-01-01') to ('2026-01-01');
create table public.b partition of public.event for values from ('2026-01-01') to ('2027-01-01');
create table public.c (id bigint not null, day date not null, note text, extra int);
create table public.gone partition of public.event for values from ('2027-01-01') to ('2028-01-01');
