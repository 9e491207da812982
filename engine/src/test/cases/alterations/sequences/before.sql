create sequence s;
create sequence small as smallint;
create sequence gone start with 7;
create table t (a int, b int);
create sequence moving owned by t.a;
create sequence freed owned by t.a;
create sequence taken;
