create table public.t (c text, "ON b" int, a int);
create statistics public."s ON a" (ndistinct) on a, "ON b", lower(c) from public.t;
create statistics public.changed on c, a from public.t;
