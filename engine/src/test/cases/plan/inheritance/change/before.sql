create table public.base (id int not null, a int, gone text, b text default 'x', constraint c1 check (a > 0));
create table public.other (o int);
create table public.heir (h int) inherits (public.base);
create table public.grand () inherits (public.heir);
create table public.leaves (l int) inherits (public.other);
create table public.joins (j int);
create table public.moves (m int) inherits (public.base);
create index heir_b on public.heir (b);
create view public.v as select id, b from public.grand;
