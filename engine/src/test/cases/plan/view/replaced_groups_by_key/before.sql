create table public.t (a int not null, b int not null, c text, constraint by_a primary key (a));
create view public.v as select c, count(*) as n from public.t group by a;
