-- slipway: renamed: language renamed from old
create trusted language mine handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
comment on language mine is 'kept';
create trusted language public_one handler plpgsql_call_handler;
revoke usage on language public_one from public;
grant usage on language public_one to anna;
create function f() returns int language mine as 'begin return 1; end';
create trusted language "Odd ""name" handler plpgsql_call_handler;
comment on language "Odd ""name" is 'it''s';
create language renamed handler plpgsql_call_handler;
