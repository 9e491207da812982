create table owner (id bigint primary key);
create table note (id bigint primary key, owner bigint, body text);
insert into owner values (1);
insert into note values (1, 1, 'a'), (2, null, 'b');
-- the lock of adding it ends before all rows are read
alter table note add constraint of_owner foreign key (owner) references owner not valid;
alter table note add constraint body__not_null check (body is not null) not valid;
ALTER TABLE ONLY note
  /* those that are there */ VALIDATE CONSTRAINT of_owner;
alter table note validate constraint body__not_null;
alter table note alter column body set not null;
alter table note drop constraint body__not_null;
begin;
alter table note add constraint positive check (id > 0) not valid;
alter table note validate constraint positive;
commit;
-- no constraint is validated here
alter table note add column "validate constraint" text;
comment on table note is 'alter table note validate constraint positive';
