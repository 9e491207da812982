alter default privileges grant select on tables to anna;
create table public.t (a int);
alter table public.t owner to anna;
