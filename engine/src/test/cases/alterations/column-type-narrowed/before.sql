create table t (id bigint primary key, name text default 'x', amount numeric(12, 3), n bigint, at timestamptz, ok double precision);
insert into t values (1, 'short ', 99.999, 5, now(), 2.5), (2, 'ok', null, null, null, null);
