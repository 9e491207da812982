create extension citext schema public;
create schema extensions;
create extension hstore schema extensions;
