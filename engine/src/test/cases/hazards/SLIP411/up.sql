create function public.count_accounts() returns bigint language sql security definer
  as 'select count(*) from account';
