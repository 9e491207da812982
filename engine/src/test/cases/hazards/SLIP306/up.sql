begin;
alter table public.account add constraint grown_up check (age >= 18) not valid;
alter table public.account validate constraint grown_up;
commit;
