create type mood as enum ('a');
create function older(a mood) returns text language sql immutable as 'select null::text';
create function newer(a mood) returns text language sql immutable as 'select null::text';
