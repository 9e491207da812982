create index concurrently account_by_email_again on public.account (email);
