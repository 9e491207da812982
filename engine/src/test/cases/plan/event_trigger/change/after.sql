create schema "S 1";
create function "S 1"."f""1"() returns event_trigger language plpgsql as $$ begin null; end $$;
create function g() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger "E ""1" on ddl_command_end when tag in ('CREATE TABLE') execute function "S 1"."f""1"();
create event trigger toggled on ddl_command_start execute function g();
alter event trigger toggled disable;
comment on event trigger toggled is 'changed';
create event trigger fresh on table_rewrite execute function g();
alter event trigger fresh enable always;
