create function from_sql(internal) returns internal language internal immutable as 'array_agg_array_finalfn';
create function to_sql(internal) returns int language internal immutable as 'int4in';
create function from_sql2(internal) returns internal language internal immutable as 'array_agg_array_finalfn';
create transform for int language sql (from sql with function from_sql(internal), to sql with function to_sql(internal));
comment on transform for int language sql is 'kept';
