create foreign data wrapper w;
create server s foreign data wrapper w;
create table "P ""1" (id int not null, note text);
create foreign table plain (id int) server s;
create foreign table "F ""1" (
  "Id ""1" int options (column_name 'a''b', "Odd ""name" 'x \ y') not null,
  name varchar(20) options (column_name 'n') collate "C" default 'a' not null,
  twice int generated always as ("Id ""1" * 2) stored,
  constraint "C ""1" check ("Id ""1" > 0),
  constraint later check (name <> '') no inherit
) server s options (schema_name 'there', table_name 'it''s');
alter foreign table "F ""1" alter column name set storage external;
alter foreign table "F ""1" alter column name set statistics 100;
alter foreign table "F ""1" alter column name set (n_distinct = 5);
create foreign table heir (id int, note text, own text options (a 'b')) inherits ("P ""1") server s;
create view of_foreign as select id from plain;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on plain for each row execute function f();
create statistics st on id, note from heir;
comment on foreign table "F ""1" is 'it''s far';
comment on column "F ""1"."Id ""1" is 'c';
comment on constraint "C ""1" on "F ""1" is 'k';
grant select on "F ""1" to anna;
grant update (name) on "F ""1" to anna;
