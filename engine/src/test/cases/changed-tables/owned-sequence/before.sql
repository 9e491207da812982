-- generated sequence q
create sequence public.q;
-- table public.t
create table public.t (id int primary key, a text);
-- generated owner
alter sequence public.q owned by public.t.id;
