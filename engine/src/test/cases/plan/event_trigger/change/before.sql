create schema "S 1";
create function "S 1"."f""1"() returns event_trigger language plpgsql as $$ begin end $$;
create function g() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger "E ""1" on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function "S 1"."f""1"();
create event trigger dropped on sql_drop execute function g();
create event trigger toggled on ddl_command_start execute function g();
comment on event trigger toggled is 'it''s';
