create table t (id int primary key, a int, b text);
create table u (id int primary key);
alter table u replica identity full;
create publication p for table t (id, a) with (publish = 'insert');
