create table public.t (a int not null, b int not null, c text, constraint by_b primary key (b));
create view public.v as select c, count(*) as n from public.t group by b;
