create table note (id bigint primary key, body text);
create index by_body on note (body);
insert into note select i, 'note ' || i from generate_series(1, 1000) i;
create index concurrently by_body__new on public.note using btree (lower(body));
drop index concurrently public.by_body;
alter index public.by_body__new rename to by_body;
create unique index concurrently "Ein ""Titel""" on public.note using btree (body);
alter table public.note add constraint "Ein ""Titel""" unique using index "Ein ""Titel""";
