create table public.kind (id smallint primary key);
