create foreign data wrapper w;
create server s foreign data wrapper w;
create type mood as enum ('sad', 'ok');
create foreign table f (
  id int options (column_name 'a', kept '1', gone '2'),
  size text,
  mood mood,
  gone int not null,
  constraint c check (id > 0)
) server s options (table_name 'a', kept '1', gone '2');
create view v as select id, size, mood from f;
create table becomes (id int);
create foreign table dropped (id int not null) server s;
comment on foreign table f is 'before';
comment on foreign table dropped is 'd';
comment on table becomes is 'b';
