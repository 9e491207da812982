create type place as (name text, id integer);
create table visit (id integer primary key, places place[]);
