alter table public.account alter column name type character varying(20);
