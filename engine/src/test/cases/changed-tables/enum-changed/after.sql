-- generated enum mood
create type public.mood as enum ('sad', 'so so', 'glad');
-- table public.t
create table public.t (id int primary key, a text);
