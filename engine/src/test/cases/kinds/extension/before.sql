create schema ext;
create extension hstore;
create extension pg_trgm schema ext;
