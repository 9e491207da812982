select 1;
copy public.t (a, b) from stdin with (format csv);
1,2
\.
