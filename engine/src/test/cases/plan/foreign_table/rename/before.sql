create schema a;
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table f (id int check (id > 0)) server s;
create foreign table moves (id int) server s;
comment on foreign table f is 'kept';
