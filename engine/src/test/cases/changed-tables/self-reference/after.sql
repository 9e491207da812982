-- table public.t
create table public.t (id bigint primary key, parent bigint, a text);
-- table public.t with public.t
alter table public.t add foreign key (parent) references public.t (id) deferrable;
