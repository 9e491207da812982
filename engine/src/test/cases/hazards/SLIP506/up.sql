alter table public.account add column phone character varying(20);
