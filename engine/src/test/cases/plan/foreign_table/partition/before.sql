create foreign data wrapper w;
create server s foreign data wrapper w;
create table whole (id int not null, note text) partition by range (id);
create table one partition of whole for values from (1) to (10);
create foreign table two partition of whole for values from (10) to (20) server s options (a 'b');
alter foreign table two alter column note options (column_name 'n');
create index on whole (note);
