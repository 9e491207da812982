create type free as (a int, b text, gone date, c text);
create type held as (a int, gone text, b text);
comment on column held.a is 'A';
comment on column held.gone is 'Gone';
create function f(free) returns int language sql as 'select ($1).a';
create view w as select (row(1, 'x', null, 'z')::free).c;
create table t (id int primary key, h held default row(1, 'a', 'b')::held);
create view v as select id, (h).a from t;
