create table account (id integer);
create view open_account with (security_barrier = true, check_option = 'local') as select id from account where id > 0;
create view own_account with (security_barrier = false) as select id from account;
