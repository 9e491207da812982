-- What depends on a table by a foreign key goes with it.
truncate public.invoice;
