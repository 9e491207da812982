create table sample (id integer not null, at timestamp(6) not null, size text) partition by list (id);
create table sample_1 (size text, id integer not null, at timestamp(6) not null);
alter table sample attach partition sample_1 for values in (1);
create table sample_2 partition of sample for values in (2);
insert into sample values (1, '2026-01-02 03:04:05.678901', '07'), (2, '2026-01-02 03:04:05.6', null);
