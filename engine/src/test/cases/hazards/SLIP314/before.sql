create table public.event_2027 (at date not null, what text);
