reindex table public.account;
reindex table concurrently public.account;
