create function on_ddl() returns event_trigger language plpgsql as 'begin end';
create event trigger watcher on ddl_command_end execute function on_ddl();
create publication of_schema for tables in schema public;
alter default privileges grant select on tables to public;
alter default privileges in schema public grant execute on functions to public;
create subscription sub connection 'host=127.0.0.1 port=1' publication p with (connect = false);
alter subscription sub set (slot_name = none);
