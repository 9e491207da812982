create sequence s increment by 2 minvalue 0 maxvalue 99 start with 10 cache 2 cycle;
create sequence small as bigint;
create sequence fresh as integer;
create table t (a int, b int);
create sequence moving owned by t.b;
create sequence freed;
create sequence taken owned by t.a;
