create table public.todo (
  id integer not null,
  text text,
  constraint todo_pkey PRIMARY KEY (id)
);
select 100% 0,
  nothing: here;
