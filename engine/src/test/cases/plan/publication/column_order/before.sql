create table public.t (a int, b int, c text);
create publication p for table public.t (a, b);
