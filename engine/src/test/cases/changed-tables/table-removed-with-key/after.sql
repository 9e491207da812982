-- table public.t
create table public.t (id int primary key, a text);
