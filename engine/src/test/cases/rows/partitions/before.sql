create table event (id bigint not null, at date not null, what text, primary key (id, at)) partition by range (at);
create table event_1 partition of event for values from ('2026-01-01') to ('2026-02-01');
create table event_2 partition of event for values from ('2026-02-01') to ('2026-03-01');
create table note (id integer primary key, event bigint, at date, foreign key (event, at) references event on delete cascade);
insert into event select g, date '2026-01-20' + g::integer, 'e' || g from generate_series(1, 24) g;
insert into note values (1, 1, '2026-01-21'), (2, 20, '2026-02-09');
