copy public.t (a, b) from stdin with (format csv);
1,2
select 1;
