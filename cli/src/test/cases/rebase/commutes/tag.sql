create table public.todo (id integer primary key);create table public.tag (id integer primary key, todo integer references todo);
