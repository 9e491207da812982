create domain public.percent as numeric check (value between 0 and 100);
