create table public.todo (id integer primary key, text text default 'two');
