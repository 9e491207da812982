alter table public.shirt drop constraint shirt_size_fkey; -- ACCESS_EXCLUSIVE on table public.shirt -- ACCESS_EXCLUSIVE on table public.stock
alter type public.size rename to size__old;
create type public.size as enum ('m', 's');
alter table public.shirt alter column size type public.size using size::text::public.size; -- ACCESS_EXCLUSIVE on table public.shirt -- SLIP301:public.shirt.size
alter table public.stock alter column size type public.size using size::text::public.size; -- ACCESS_EXCLUSIVE on table public.stock -- SLIP301:public.stock.size
drop type public.size__old;
alter table public.shirt add constraint shirt_size_fkey FOREIGN KEY (size) REFERENCES public.stock(size); -- SHARE_ROW_EXCLUSIVE on table public.shirt -- SHARE_ROW_EXCLUSIVE on table public.stock

-- back
alter table public.shirt drop constraint shirt_size_fkey;
create type public.size__old as enum ('s', 'm');
alter table public.stock alter column size type public.size__old using size::text::public.size__old;
alter table public.shirt alter column size type public.size__old using size::text::public.size__old;
drop type public.size;
alter type public.size__old rename to size;
alter table public.shirt add constraint shirt_size_fkey FOREIGN KEY (size) REFERENCES public.stock(size);
