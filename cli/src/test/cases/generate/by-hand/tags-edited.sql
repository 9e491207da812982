create table public.tag (
  id bigint primary key,
  name text not null
);
