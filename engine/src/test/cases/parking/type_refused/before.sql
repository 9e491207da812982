create table visit (id integer primary key, at timestamp not null);
insert into visit values (1, '2026-01-02 03:04:05'), (2, '2026-02-03 04:05:06');
