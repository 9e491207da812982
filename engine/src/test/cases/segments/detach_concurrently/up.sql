create table p (k int, v text) partition by list (k);
create table "p 1" partition of p for values in (1);
create table p2 partition of p for values in (2);
insert into p values (1, 'a'), (2, 'b');
alter table if exists public.p detach partition "p 1" concurrently;
create table after_it ();
