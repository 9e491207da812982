create unique index concurrently account_email on public.account (email);
