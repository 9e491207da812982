delete from public.invoice;
delete from public.invoice where id < 10;
