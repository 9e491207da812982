create function from_sql(internal) returns internal language internal immutable as 'array_agg_array_finalfn';
create type mood as enum ('a');
create function older(a mood) returns text language sql immutable as 'select null::text';
create transform for mood language sql (from sql with function from_sql(internal));
create function newer(a mood) returns text language sql immutable as 'select null::text';
