create type place as (id integer, name text);
create table visit of place;
