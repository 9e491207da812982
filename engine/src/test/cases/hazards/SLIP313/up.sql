alter table public.account add constraint grown_up check (age >= 18);
