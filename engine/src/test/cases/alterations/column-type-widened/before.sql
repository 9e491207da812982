create table t (id int primary key, name varchar(10) not null default 'x', amount numeric(8, 2), n int default 7, code char(2), at timestamptz(3), d date, tags varchar(5)[]);
create index on t (name);
create unique index on t (amount) where n > 3;
create view v as select a.id, a.name, a.amount from t a, t b;
insert into t values (1, 'abc', 1.25, 3, 'de', now(), now(), '{a}');
