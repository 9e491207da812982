alter table public.note drop constraint "Ein ""Titel""";
create index concurrently by_body__new on public.note using btree (body);
drop index concurrently public.by_body;
alter index public.by_body__new rename to by_body;
drop table note;
