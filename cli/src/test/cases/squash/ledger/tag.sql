create table public.todo (id integer primary key, done boolean, text text default $$milk$$);create table public.tag (id integer primary key);
