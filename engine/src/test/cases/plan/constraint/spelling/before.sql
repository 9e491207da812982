create table t (b varchar(10), constraint d check (b in ('x', 'y')));
