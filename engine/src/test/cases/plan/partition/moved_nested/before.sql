create schema s;
create schema s2;
create table s.whole (id int, "key" text default 'one') partition by list ("key");
create table public.part_default partition of s.whole default partition by hash (id);
create index whole_index on s.whole (id);
alter table s.whole add constraint tab_whole_unique unique (id, "key");
