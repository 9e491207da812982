alter table public.secret enable row level security;
create policy own_rows on public.secret using (owner = auth.uid());
