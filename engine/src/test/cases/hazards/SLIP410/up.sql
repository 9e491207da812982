alter table public.account enable row level security;
create policy staff on public.account
  using (((current_setting('request.jwt.claims')::jsonb -> 'user_metadata') ->> 'role') = 'staff');
