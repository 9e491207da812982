create table t (a int, owner text);
alter table t enable row level security;
create policy one on t using (owner = current_user);
create policy two on t for select to public using (true);
