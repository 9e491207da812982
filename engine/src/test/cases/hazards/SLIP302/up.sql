create index account_by_city on public.account (city);
