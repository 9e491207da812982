create schema s;
create operator family f using btree;
create operator class s.c for type int using btree family f as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table t (a int);
create index i on t (a s.c);
