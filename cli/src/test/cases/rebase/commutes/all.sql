create table public.todo (id integer primary key, done boolean, more text);create table public.tag (id integer primary key, todo integer references todo);
