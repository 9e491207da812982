--- s
create schema {s}
--- or
create schema {s}; comment on schema {s} is {'s}
--- s2
create schema {s2}
--- s_grant needs s
grant usage on schema {s} to {r1}
--- or
grant usage, create on schema {s} to {r1} with grant option; grant usage on schema {s} to public
--- s_owner needs s
alter schema {s} owner to {r1}
--- or
alter schema {s} owner to {r2}
--- extension
create extension citext
--- or
create extension citext schema {#extension}
--- or
create extension hstore
--- language
create language {language} handler plpgsql_call_handler
--- or
create trusted language {language} handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator; comment on language {language} is {'language}
--- or
create trusted language {language} handler plpgsql_call_handler; revoke usage on language {language} from public; grant usage on language {language} to {r2}
--- language_function needs language
create function {@spoken}() returns int language {language} as 'begin return 1; end'
--- wrapper
create foreign data wrapper {wrapper}
--- or
create foreign data wrapper {wrapper} options (debug 'true', opt {'option})
--- or
create foreign data wrapper {wrapper} options (opt 'x'); comment on foreign data wrapper {wrapper} is {'wrapper}; grant usage on foreign data wrapper {wrapper} to {r1}
--- server needs wrapper
create server {server} foreign data wrapper {wrapper}
--- or
create server {server} type 't' version '1' foreign data wrapper {wrapper} options (host {'host})
--- or
create server {server} type 't' version '2' foreign data wrapper {wrapper}; grant usage on foreign server {server} to {r1} with grant option; comment on server {server} is {'server}
--- mapping needs server
create user mapping for public server {server}
--- or
create user mapping for {r2} server {server}
--- foreign_table needs server
create foreign table {@foreign} (id int not null, {text} text options (opt {'text})) server {server}
--- or
create foreign table {@foreign} (id bigint default 4, {text} text) server {server} options (table_name {'foreign})
--- or
create foreign table {@foreign} (id int, {text} varchar(10) check ({text} <> 'x')) server {server}; comment on foreign table {@foreign} is {'foreign}; grant select on {@foreign} to {r1}
--- foreign_view needs foreign_table
create view {@foreign_view} as select id, {text} from {@foreign}
--- default_privileges last
alter default privileges grant select on tables to {r1}
--- or
alter default privileges revoke execute on functions from public; alter default privileges grant usage on types to {r2} with grant option
--- or
alter default privileges grant all on sequences to {r1}; alter default privileges for role {r2} grant usage on schemas to {r1}
--- default_privileges_in needs s last
alter default privileges in schema {s} grant insert, select on tables to {r2}
--- or
alter default privileges in schema {s} grant execute on functions to {r1} with grant option
--- publication needs t
create publication {publication}
--- or
create publication {publication} with (publish = 'insert, delete', publish_via_partition_root = true); comment on publication {publication} is {'publication}
--- or
create publication {publication}; alter publication {publication} owner to {r1}
--- publication_member needs publication t_id
alter publication {publication} add table {@t}
--- or
alter publication {publication} add table {@t} ({id})
--- or
alter publication {publication} add table {@t} where ({id} > 3)
--- publication_schema needs s2
create publication {of_schemas} for tables in schema {s2}
--- or
create publication {of_schemas} for tables in schema {s2}, public
--- publication_all
create publication {everything} for all tables
--- or
create publication {everything} for all tables with (publish = 'update')
--- event_function
create function {@notice}() returns event_trigger language plpgsql as 'begin null; end'
--- event_trigger needs event_function
create event trigger {event} on ddl_command_end execute function {@notice}()
--- or
create event trigger {event} on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function {@notice}(); alter event trigger {event} disable
--- or
create event trigger {event} on sql_drop execute function {@notice}(); comment on event trigger {event} is {'event}; alter event trigger {event} enable always
