create table t (a int);
alter table t enable row level security;
create policy one on t using (true);
