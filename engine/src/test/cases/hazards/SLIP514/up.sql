create function public.count_invoices() returns bigint language sql stable
  as 'select count(*) from invoice';
