create table t (id int, v text);
insert into t select i, 'v' || i from generate_series(1, 100) i;
create unique index concurrently t_id on t (id);
alter table t add column w int default 7;
create index concurrently if not exists "odd "" Name" on t using btree (v) where w > 1;
-- the server chooses its name
create index concurrently on only public.t (w, (lower(v)));
comment on table t is 'create index concurrently';
