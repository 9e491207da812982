create table public.other (id int primary key);
