create table item (id integer primary key, code varchar(3), amount numeric(4, 2), size smallint, number integer);
insert into item values (1, 'abc', 1.5, 3, 4);
