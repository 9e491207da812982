-- table public.x
create table public.x (n int);
-- generated sequence q
create sequence public.t_id_seq;
-- table public.t
create table public.t (a text, id int generated always as identity);
