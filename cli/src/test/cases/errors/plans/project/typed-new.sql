create type place as (name text, id integer);
create table visit of place;
