insert into a values (1) on conflict do nothing;
