create table visit (id bigint, at date not null) partition by range (at);
create table visit_1 partition of visit for values from ('2026-01-01') to ('2026-02-01');
create table visit_2 partition of visit for values from ('2026-02-01') to ('2026-03-01');
create index own on visit_1 (id desc);
