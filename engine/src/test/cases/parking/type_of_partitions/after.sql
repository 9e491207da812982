create table sample (id integer not null, at timestamp(0) not null, size integer) partition by list (id);
create table sample_1 (size integer, id integer not null, at timestamp(0) not null);
alter table sample attach partition sample_1 for values in (1);
create table sample_2 partition of sample for values in (2);
