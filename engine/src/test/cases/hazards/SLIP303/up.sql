drop index public.account_by_email;
