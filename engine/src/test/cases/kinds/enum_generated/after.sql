create type size as enum ('m', 's');
create function at_least(size) returns size language sql immutable as $$ select $1 $$;
create table shirt (id int primary key, size size, same size generated always as (at_least(size)) stored, label text generated always as (case when size = 's' then 'small' end) stored);
create index shirt_same on shirt (same);
