create table t (id bigint primary key, name text, amount numeric(12, 3), n bigint, "Number" text);
insert into t values (1, 'too long', 999.999, 40000, '12'), (2, 'fits', 1, 1, 'x'), (4, 'trailing     ', 3, 4, null);
