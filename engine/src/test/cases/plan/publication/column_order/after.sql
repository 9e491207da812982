create table public.t (c text, b int, a int);
create publication p for table public.t (a, b);
