create extension hstore;
create extension "uuid-ossp";
create schema ext;
create extension citext schema ext;
create table tag (name ext.citext primary key, attributes hstore, id uuid default uuid_generate_v4());
insert into tag values ('Ab', 'a=>1, b=>NULL'), ('c', '"q\"x"=>"y"');
