create type free as (a bigint, b varchar(10), c text collate "C", d int);
create type held as (a int, b text, d timestamptz);
comment on column held.a is 'A';
comment on column held.d is 'D';
create function f(free) returns int language sql as 'select ($1).a';
create view w as select (row(1, 'x', 'z', 1)::free).c;
create table t (id int primary key, h held default row(1, 'a', null)::held);
create view v as select id, (h).a from t;
