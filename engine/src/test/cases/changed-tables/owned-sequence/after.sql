-- generated sequence q
create sequence public.q;
-- table public.t
create table public.t (id int primary key, a varchar(20) not null default 'x' check (length(a) > 1), b int);
-- generated owner
alter sequence public.q owned by public.t.id;
