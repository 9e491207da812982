create operator family old using btree;
create operator class reversed for type int using btree family old as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table t (a int);
create index i on t using btree (a reversed);
