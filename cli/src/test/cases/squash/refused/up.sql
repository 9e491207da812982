insert into public.tag values (1), (2);
