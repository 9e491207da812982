create table note (id bigint primary key, "Der Titel" text, at date, code text, part text not null);
create table page (note bigint references note, number integer, unique nulls not distinct (note, number) include (number));
alter table note add constraint "Ein ""Titel""" unique ("Der Titel", at) deferrable initially deferred;
alter table note add constraint part_once unique (part) with (fillfactor = 70);
alter table note add constraint apart exclude (code with =);
