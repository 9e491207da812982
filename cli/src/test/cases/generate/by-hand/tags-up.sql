create table public.tag (
  id integer primary key,
  name text not null
);
insert into public.tag values (1, 'red');
