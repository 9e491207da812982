create table t (a int, owner text);
alter table t enable row level security;
alter table t force row level security;
create policy one on t using (owner = current_user) with check (a > 0);
create policy two on t for update to pg_read_all_data using (true);
create policy "it's" on t as restrictive for delete using (a = 1);
