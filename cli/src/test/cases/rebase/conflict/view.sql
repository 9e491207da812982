create table public.todo (id integer primary key, text text); create view public.texts as select text from public.todo;
