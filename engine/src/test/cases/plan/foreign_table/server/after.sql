create foreign data wrapper w;
create server s type 'b' foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table f (id int options (a 'b') check (id > 0)) server s options (c 'd');
create foreign table moves (id int) server other;
create view v as select id from f;
comment on foreign table f is 'kept';
grant select on f to anna;
grant select on v to anna;
