create table public.t (a int, "ON b" int, c text);
create statistics public."s ON a" (ndistinct) on "ON b", a, lower(c) from public.t;
create statistics public.changed on a, "ON b" from public.t;
