create table other (id integer);
create table account (id integer primary key);
alter table account add constraint account_again unique (id);
