create table t (a int, b text, j jsonb);
create index one on t (a desc nulls last, b) include (j) where a > 0;
create unique index two on t (lower(b));
create index three on t using gin (j jsonb_path_ops);
create index four on t using hash (b);
