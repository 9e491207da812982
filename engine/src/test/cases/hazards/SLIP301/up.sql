alter table public.account alter column age type bigint;
-- Longer texts need no more room: nothing is written.
alter table public.account alter column name type character varying(400);
