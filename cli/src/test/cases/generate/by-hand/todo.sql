create table public.todo (id integer primary key, done boolean);
create table public.tag (id integer primary key, name text not null);
