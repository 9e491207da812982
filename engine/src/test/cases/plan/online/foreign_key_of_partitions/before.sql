create table person (id int primary key, name text);
create table visit (id bigint, at date not null, person int, by int) partition by range (at);
create table visit_1 partition of visit for values from ('2026-01-01') to ('2026-02-01');
create table visit_2 partition of visit for values from ('2026-02-01') to ('2026-04-01') partition by range (at);
create table visit_21 (by int, gone text, person int, at date not null, id bigint);
alter table visit_21 drop column gone;
alter table visit_2 attach partition visit_21 for values from ('2026-02-01') to ('2026-03-01');
create table day (at date, kind int, primary key (at, kind)) partition by range (at);
create table day_1 partition of day for values from ('2026-01-01') to ('2026-02-01');
