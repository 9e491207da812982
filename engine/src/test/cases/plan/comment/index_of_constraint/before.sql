create table account (id integer constraint "Key" primary key);
comment on constraint "Key" on account is 'the key';
