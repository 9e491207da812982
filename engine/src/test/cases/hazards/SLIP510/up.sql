create table public.visit (id bigserial primary key);
