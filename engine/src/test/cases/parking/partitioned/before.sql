create schema "odd_ schema";
create table "odd_ schema"."Ev""ent" (id bigint generated always as identity, day date not null, what text, primary key (id, day)) partition by range (day);
create table "odd_ schema".event_2025 partition of "odd_ schema"."Ev""ent" for values from ('2025-01-01') to ('2026-01-01');
create table "odd_ schema".event_rest partition of "odd_ schema"."Ev""ent" default;
create index "a name that is as long as the server lets any name be, with é" on "odd_ schema"."Ev""ent" (what);
insert into "odd_ schema"."Ev""ent" (day, what) values ('2025-02-03', 'a'), ('2027-02-03', 'b');
