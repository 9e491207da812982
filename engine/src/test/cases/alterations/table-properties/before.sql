create table t (a int primary key);
create table u (a int);
alter table u enable row level security, force row level security;
create unlogged table v (a int);
create table gone (a int);
