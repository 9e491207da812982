create table public.visit (at timestamp with time zone, page text);
