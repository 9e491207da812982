create sequence b; create table t (nr serial);
