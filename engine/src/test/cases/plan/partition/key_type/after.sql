create table public.whole (id bigint not null, "the key" bigint, primary key (id, "the key")) partition by list ("the key");
create table public.one partition of public.whole for values in (1);
create table public.rest partition of public.whole default partition by hash (id);
create view public.v as select id from public.whole;
