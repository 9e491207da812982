create type place as (id integer, name text);
create table visit (id integer primary key, places place[]);
