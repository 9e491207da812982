create table person (id integer primary key, name text);
create table pet (id integer primary key, person integer references person on delete cascade on update cascade);
create table toy (id integer primary key, pet integer default 1 references pet on delete set null deferrable initially deferred);
create table chair (id integer primary key, person integer references person (id) on delete set default on update set null);
insert into person values (1, 'Ada'), (2, 'Bob'), (3, 'Cyd');
insert into pet values (1, 1), (2, 1), (3, 2), (4, 3);
insert into toy values (1, 1), (2, 2), (3, 3), (4, null);
insert into chair values (1, 1), (2, 2), (3, 3);
