-- slipway: renamed: operator family public.newer.btree from old
-- slipway: renamed: operator class public.straight.btree from reversed
create operator family newer using btree;
create operator class straight for type int using btree family newer as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table t (a int);
create index i on t using btree (a straight);
