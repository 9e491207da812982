create table event (id bigint not null, at date not null, what text, primary key (id, at)) partition by range (at);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-02-01');
create table event_2 (what text, gone integer, at date not null, id bigint not null);
alter table event_2 drop column gone;
alter table event attach partition event_2 for values from ('2026-02-01') to ('2026-03-01');
insert into event select g, date '2026-01-20' + g::integer, 'e' || g from generate_series(1, 24) g;
