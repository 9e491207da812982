create schema s;
create schema s2;
-- slipway: renamed: table s2.whole from s.whole
create table s2.whole (id int not null, "key" text) partition by list ("key");
create index whole_index on s2.whole (id);
alter table s2.whole add constraint whole_unique unique (id, "key");
