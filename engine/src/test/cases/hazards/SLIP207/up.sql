alter table public.booking add constraint one_at_a_time exclude using gist (during with &&);
