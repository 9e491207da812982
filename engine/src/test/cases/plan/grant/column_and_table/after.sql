create table account (id integer, name text);
grant select (id), update (name) on account to reader;
grant select, update on account to reader;
create table ledger (id integer);
grant select (id) on ledger to reader;
