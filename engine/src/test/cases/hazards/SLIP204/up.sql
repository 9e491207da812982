alter table public.account add constraint of_age check (age >= 18) not valid;
alter table public.account add constraint grown_up check (age >= 18);
