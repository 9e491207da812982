create table public.other (id int primary key);
create table public.event (
  id bigint not null, day date not null, kind text not null default 'a', other_id int references public.other,
  constraint kind_known check (kind <> ''),
  primary key (id, day, kind)
) partition by range (day);
create index event_kind on public.event (kind);
create unique index event_once on public.event (day, kind, id);
create table public.event_2025 partition of public.event for values from ('2025-01-01') to ('2026-01-01');
create table public.event_2026 partition of public.event (
  kind default 'b', constraint big check (id > 5)
) for values from ('2026-01-01') to ('2027-01-01') partition by list (kind);
create table public.event_2026_a partition of public.event_2026 for values in ('a', null);
create table public.event_2026_b partition of public.event_2026 default;
create index only_here on public.event_2025 (id);
create table public.hashed (id int, name text collate "C") partition by hash (name collate "C" text_ops, lower(name));
create table public.hashed_0 partition of public.hashed for values with (modulus 2, remainder 0);
create table public.hashed_1 partition of public.hashed for values with (modulus 2, remainder 1);
create table public.uses (event_id bigint, event_day date, event_kind text, foreign key (event_id, event_day, event_kind) references public.event);
create function public.t() returns trigger language plpgsql as 'begin return new; end';
create trigger trg after insert on public.event for each row execute function public.t();
