create type span as range (subtype = int);
comment on type span is 'A span';
create table t (id int primary key, s span not null default span(1, 2), ss span[], m span_multirange default span_multirange());
create index on t using gist (s);
create view v as select s, lower(s) as l from t;
create function f(span) returns int language sql as 'select 1';
