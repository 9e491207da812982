alter domain public.amount add constraint not_negative check (value >= 0);
