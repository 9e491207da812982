create table note (id bigint, "Der Titel" text, at date, code text, part text not null);
create table page (note bigint);
alter table note add constraint old unique (code);
