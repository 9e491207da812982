create table t (x text, y text, b text);
