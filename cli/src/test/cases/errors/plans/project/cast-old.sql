create function text_of(integer) returns text language sql immutable return 'x';
create cast (integer as text) with function text_of(integer);
