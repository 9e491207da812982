alter table public.secret enable row level security;
create policy own_rows on public.secret for select using (owner = (select auth.uid()));
create policy other_rows on public.secret for select using (id < 0);
