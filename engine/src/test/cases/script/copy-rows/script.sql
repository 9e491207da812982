copy public.t (a, "from") from stdin with (format csv); 
1,'not a literal
2,"a; b"
\\.
 \.
\.
-- behind the rows
COPY t
  FROM STDIN;
\.
select 'line 11';
copy t to stdout;
