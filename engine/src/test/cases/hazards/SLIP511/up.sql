create index concurrently account_by_much on public.account (city, name, email, age);
