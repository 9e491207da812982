create type public.mood_now as enum ('ok');
alter table public.account alter column mood type public.mood_now using mood::text::public.mood_now;
drop type public.mood;
alter type public.mood_now rename to mood;
