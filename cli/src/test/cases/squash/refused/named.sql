create table public.tag (id integer primary key, name text);
