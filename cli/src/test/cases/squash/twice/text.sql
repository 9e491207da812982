create table public.todo (id integer primary key, done boolean, text text default $$milk$$);
