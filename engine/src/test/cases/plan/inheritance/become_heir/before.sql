create table public.parent (note text, id integer, constraint parent_check check (id > 0));
create table public.heir (id integer, own text, note text);
