create table public.todo (id integer primary key);
