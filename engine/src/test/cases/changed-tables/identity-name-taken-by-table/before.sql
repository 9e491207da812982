-- table public.t_id_seq
create table public.t_id_seq (n int);
-- table public.t
create table public.t (a text);
