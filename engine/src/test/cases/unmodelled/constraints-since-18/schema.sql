create table t (a int, b int, c int constraint c_set not null no inherit);
alter table t add constraint a_set not null a not valid;
alter table t add constraint loose check (b > 0) not enforced;
create publication everything for all tables with (publish_generated_columns = stored);
