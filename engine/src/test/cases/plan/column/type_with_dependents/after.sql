create table t (id int primary key, a bigint, b int generated always as (a + 1) stored);
create view v as select id, a from t where a > 0;
create view w as select a from v;
comment on view v is 'positive';
create policy p on t using (a > 0);
create function touch() returns trigger language plpgsql as $$begin return new; end$$;
create trigger tr before update of a on t for each row when (old.a is distinct from new.a) execute function touch();
