create unlogged table t (a int primary key);
alter table t enable row level security, force row level security;
create table u (a int);
create table v (a int);
create table fresh (a int);
