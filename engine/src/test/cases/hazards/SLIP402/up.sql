create policy own_rows on public.account using (owner = (select auth.uid()));
