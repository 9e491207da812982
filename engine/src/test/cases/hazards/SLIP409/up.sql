alter table public.account enable row level security;
create policy anybody on public.account for update using (true);
