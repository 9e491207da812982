create table sum (id integer primary key, a integer not null, b integer, total integer generated always as (a + b) stored);
