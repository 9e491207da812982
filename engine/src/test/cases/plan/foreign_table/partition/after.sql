create foreign data wrapper w;
create server s foreign data wrapper w;
create table whole (id int not null, note varchar(30) not null, more int) partition by range (id);
create table one partition of whole for values from (1) to (10);
create foreign table two (id int not null, note varchar(30) options (column_name 'n') not null, more int) server s options (a 'b');
create foreign table three partition of whole (check (id < 25)) for values from (20) to (30) server s;
create index on whole (note);
comment on foreign table three is 'x';
