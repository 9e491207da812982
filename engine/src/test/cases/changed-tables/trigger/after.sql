-- table public.t
create table public.t (id int primary key, a varchar(20) not null default 'x' check (length(a) > 1), b int);
-- written f.sql
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
-- written g.sql
create trigger touch before update on public.t for each row execute function public.touch();
