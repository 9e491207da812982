create foreign data wrapper w;
create server s foreign data wrapper w;
create type mood as enum ('ok', 'happy');
create foreign table f (
  id bigint options (column_name 'b', kept '1', added '3') not null,
  size int,
  mood mood,
  added text options (x 'y') not null,
  constraint c check (id > 1) not valid
) server s options (table_name 'b', kept '1', added '3');
create view v as select id, size, mood from f;
create foreign table becomes (id int) server s;
comment on foreign table f is 'after';
comment on foreign table becomes is 'b';
