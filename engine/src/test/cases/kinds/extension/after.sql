create schema ext;
create extension citext schema ext;
create extension "uuid-ossp";
create extension pg_trgm;
create table person (id uuid primary key default uuid_generate_v4(), email ext.citext unique, more ext.citext[]);
create index person_name on person using gin ((email::text) gin_trgm_ops);
