create function from_sql(internal) returns internal language internal immutable as 'array_agg_array_finalfn';
create function to_sql(internal) returns int language internal immutable as 'int4in';
create function from_sql2(internal) returns internal language internal immutable as 'array_agg_array_finalfn';
create transform for int language sql (from sql with function from_sql2(internal));
comment on transform for int language sql is 'kept';
create type "Odd ""type" as enum ('a');
create transform for "Odd ""type" language sql (from sql with function from_sql2(internal));
comment on transform for "Odd ""type" language sql is 'it''s';
create function uses(a int) returns int transform for type int language sql as 'select a';
