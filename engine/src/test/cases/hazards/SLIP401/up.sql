alter table public.account enable row level security;
