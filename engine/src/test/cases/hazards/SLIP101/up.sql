drop table public.booking;
