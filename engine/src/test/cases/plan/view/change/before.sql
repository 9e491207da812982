create table t (a int, b text);
create view v as select a from t;
create view w as select a from v;
create view x with (security_invoker = true) as select a from t;
