create table public.new (a int, b text, constraint the_key primary key (a));
create view public.v as select a, b from public.new;
create view public.w as select a from public.v;
comment on view public.v is 'kept';
