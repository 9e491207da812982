create table visit (id integer primary key, at timestamp not null unique, note varchar(3));
insert into visit values (1, '2026-01-02 03:04:05', 'abc'), (2, '2026-01-02 04:05:06', null);
