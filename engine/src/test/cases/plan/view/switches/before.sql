create table account (id integer);
create view open_account with (security_barrier = on) as select id from account where id > 0;
create view own_account as select id from account;
