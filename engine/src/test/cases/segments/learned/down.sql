drop table paint;
drop type color;
drop table t;
