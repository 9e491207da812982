create table t (a int, b text);
create view v as select a, b from t;
create view w as select a, b from v;
create view x with (security_barrier = true) as select b from t;
create materialized view m as select b, count(*) as n from t group by b;
create unique index m_b on m (b);
