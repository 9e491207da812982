-- table public.t
create table public.t (id int primary key, parent int);
-- table public.t with public.t
alter table public.t add foreign key (parent) references public.t (id);
