create table event (id bigint, day date not null, what text not null, unique (id, day), check (id > 0)) partition by range (day);
create table event_2025 partition of event for values from ('2025-01-01') to ('2026-01-01');
create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');
insert into event values (1, '2025-02-03', 'a'), (2, '2026-02-03', 'b');
