create table public.visit (id integer primary key);
