create table public.whole (id int not null, key text) partition by list (key);
create table public.rest partition of public.whole default partition by hash (id);
create index by_id on public.whole (id);
