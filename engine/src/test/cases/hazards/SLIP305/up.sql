alter table public.event detach partition public.event_2026;
