create type "public"."enum" as enum ('label', 'a', 'c');
create table "public"."dot.ted.t" (); comment on table "public"."dot.ted.t" is 't';
alter table "public"."dot.ted.t" add column "e" "public"."enum" not null default 'a';
alter table "public"."dot.ted.t" add constraint "check_e" check ("e" <> 'a');
alter table "public"."dot.ted.t" add column "id" int not null constraint key primary key;
create function "public"."standard"() returns bigint language sql begin atomic select count("id") from "public"."dot.ted.t"; end;
comment on function standard() is 'counts';
