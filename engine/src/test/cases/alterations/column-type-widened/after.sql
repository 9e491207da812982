create table t (id bigint primary key, name text not null default 'x', amount numeric(12, 3), n bigint default 7, code varchar(4), at timestamptz, d timestamp, tags text[]);
create index on t (name);
create unique index on t (amount) where n > 3;
create view v as select a.id, a.name, a.amount from t a, t b;
