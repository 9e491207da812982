create table todo (id integer primary key, text text, size integer);
create table word (text text);
create function again() returns trigger language plpgsql as 'begin update todo set size = size + 1 where id = new.id; return null; end';
create trigger again after update on todo for each row when (pg_trigger_depth() = 0) execute function again();
insert into todo select g, 't' || g, g from generate_series(1, 9) g;
insert into word values ('a'), ('a'), ('b'), (null);
create table day (at date, took interval, part double precision, code bytea);
insert into day values ('2026-02-01', '1 day 2 hours', 0.1, '\xff00'), ('2026-02-03', null, 1e-9, null);
