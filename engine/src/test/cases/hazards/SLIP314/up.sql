alter table public.event attach partition public.event_2027 for values from ('2027-01-01') to ('2028-01-01');
