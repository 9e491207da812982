create extension citext with schema ext;
alter extension pg_trgm set schema public;
create extension "uuid-ossp" with schema public;
create table public.person (
  id uuid default public.uuid_generate_v4() not null,
  email ext.citext,
  more ext.citext[],
  constraint person_email_key UNIQUE (email),
  constraint person_pkey PRIMARY KEY (id)
);
create index person_name on public.person USING gin (((email)::text) public.gin_trgm_ops); -- SHARE on table public.person
drop extension hstore; -- SLIP108:hstore

-- back
create extension hstore with schema public;
drop index public.person_name;
drop table public.person;
drop extension "uuid-ossp";
alter extension pg_trgm set schema ext;
drop extension citext;
